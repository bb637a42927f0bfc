using System.Diagnostics;
using System.Globalization;
using System.Text;
using Lambda.Local;
using Lambda.Local.Invoking;
using Lambda.Local.Isolated;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lambda.Tests.Isolated;

/// <summary>Functions in processes, called without a gateway.</summary>
internal sealed class IsolatedHost : IAsyncDisposable
{
    private readonly Dictionary<string, FunctionDescription> _functions;
    private readonly IsolatedInvoker _invoker;

    public IsolatedHost(
        ObedientProgram program, TimeProvider clock, int processes, params FunctionDescription[] functions)
        : this(FunctionProgram.Of(program.Path), clock, processes, functions)
    {
    }

    public IsolatedHost(
        FunctionProgram program, TimeProvider clock, int processes, params FunctionDescription[] functions)
    {
        _functions = functions.ToDictionary(function => function.LogicalId);
        _invoker = new IsolatedInvoker(program, processes, functions, NullLoggerFactory.Instance, clock);
    }

    /// <summary>With a minute's time, so that no slow machine is a timeout.</summary>
    public static FunctionDescription Function(string name, params (string Name, string Value)[] variables) => new(
        name,
        "bootstrap",
        TimeSpan.FromMinutes(1),
        256,
        variables.ToDictionary(variable => variable.Name, variable => variable.Value));

    public Task<string> InvokeAsync(string text) => InvokeAsync(_functions.Keys.First(), text);

    public Task<string> InvokeAsync(string function, string text) => InvokeAsync(function, EventOf(text));

    public Task<string> InvokeAsync(Invocation invocation) => InvokeAsync(_functions.Keys.First(), invocation);

    public static Invocation EventOf(string text) => new(Encoding.UTF8.GetBytes(text));

    /// <summary>Its first line, once it has been logged.</summary>
    public static async Task<LogLine> FirstLineAsync(Invocation invocation)
    {
        while (invocation.Lines is [])
            await Task.Delay(5, TestContext.Current.CancellationToken);
        return invocation.Lines[0];
    }

    /// <summary>Ends once there is no such process.</summary>
    public static async Task GoneAsync(string process)
    {
        while (IsAlive(process))
            await Task.Delay(5, TestContext.Current.CancellationToken);
    }

    public static bool IsAlive(string process)
    {
        try
        {
            using var found = Process.GetProcessById(int.Parse(process, CultureInfo.InvariantCulture));
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    public ValueTask DisposeAsync() => _invoker.DisposeAsync();

    private async Task<string> InvokeAsync(string function, Invocation invocation)
    {
        var result = await _invoker.InvokeAsync(_functions[function], invocation);
        return Encoding.UTF8.GetString(result.Span);
    }
}

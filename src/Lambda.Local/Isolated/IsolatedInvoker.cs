using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using Lambda.Local.Invoking;
using Microsoft.Extensions.Logging;

namespace Lambda.Local.Isolated;

/// <summary>Runs the functions as Lambda does: each in processes of its own, which ask for events.</summary>
/// <remarks>
/// Processes are started by events and kept; what is surplus after a busy time ends. Whatever is wrong with a program
/// is said to the log and to the client of the event that met it. See docs/decisions/0018.
/// </remarks>
internal sealed class IsolatedInvoker : IInvoker, IAsyncDisposable
{
    private static readonly TimeSpan LongestIdle = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private readonly Dictionary<string, FunctionPool> _pools;
    private readonly ConcurrentDictionary<Sandbox, Task> _running = new();
    private readonly RuntimeApiServer _api;
    private readonly FunctionProgram _program;
    private readonly ILoggerFactory _logs;
    private readonly ITimer _sweep;

    public IsolatedInvoker(
        FunctionProgram program,
        int processesPerFunction,
        IReadOnlyCollection<FunctionDescription> functions,
        ILoggerFactory logs,
        TimeProvider clock)
    {
        (_program, _logs, _api) = (program, logs, new RuntimeApiServer(logs));
        _pools = functions.ToDictionary(
            function => function.LogicalId,
            function => new FunctionPool(function, processesPerFunction, Launch, clock));
        _sweep = clock.CreateTimer(
            _ => Array.ForEach([.. _pools.Values], pool => pool.EndIdle(LongestIdle)), null, LongestIdle, LongestIdle);
    }

    /// <summary>For a compiled function set; what can be seen from outside to be wrong is said now.</summary>
    /// <exception cref="LocalStartException">A handler or the program is missing.</exception>
    public static IsolatedInvoker Of(
        FunctionAssembly assembly,
        IsolationOptions options,
        IReadOnlyCollection<FunctionDescription> functions,
        ILoggerFactory logs,
        TimeProvider clock)
    {
        foreach (var function in functions)
            _ = assembly.FindHandler(function);

        var program = options.Program ?? FunctionProgram.Of(assembly.Path);
        if (program.Missing is { } missing)
            throw new LocalStartException($"The functions' program {missing} does not exist; build it first.");

        return new IsolatedInvoker(program, options.ProcessesPerFunction, functions, logs, clock);
    }

    public Task<ReadOnlyMemory<byte>> InvokeAsync(FunctionDescription function, Invocation invocation) =>
        _pools[function.LogicalId].InvokeAsync(invocation);

    /// <summary>Ends every process: those at work have a moment to finish.</summary>
    public async ValueTask DisposeAsync()
    {
        await _sweep.DisposeAsync();
        foreach (var pool in _pools.Values)
            pool.Stop();
        foreach (var sandbox in _running.Keys)
            sandbox.Process?.Terminate();

        var ended = Task.WhenAll(_running.Values);
        await Task.WhenAny(ended, Task.Delay(Grace));
        foreach (var sandbox in _running.Keys)
            sandbox.Process?.Kill();
        await ended;
        await _api.DisposeAsync();
    }

    private void Launch(Sandbox sandbox)
    {
        // Known before it runs, so that whoever stops everything waits for it.
        var run = new Task<Task>(() => RunAsync(sandbox));
        _running[sandbox] = run.Unwrap();
        run.Start(TaskScheduler.Default);
    }

    private async Task RunAsync(Sandbox sandbox)
    {
        var how = "ended";
        try
        {
            sandbox.Process = await StartAsync(sandbox);
            if (sandbox.Pool.IsStopped)
                sandbox.Process.Kill();
            how = $"ended with exit code {await sandbox.Process.Ended}";
        }
        catch (Exception cause) when (cause is Win32Exception or IOException)
        {
            how = $"could not be started by {_program.FileName}: {cause.Message.TrimEnd('.')}";
        }
        finally
        {
            sandbox.Pool.Ended(sandbox, how);
            _api.Forget(sandbox);
            _running.TryRemove(sandbox, out _);
        }
    }

    private async Task<ChildProcess> StartAsync(Sandbox sandbox)
    {
        // The shell below would only say that it ended.
        if (_program.Missing is not null)
            throw new FileNotFoundException("There is no such file.");

        var function = sandbox.Pool.Function;
        var start = new ProcessStartInfo(_program.FileName, _program.Arguments) { WorkingDirectory = _program.Folder };
        var shell = new Dictionary<string, string?>(start.Environment);
        start.Environment.Clear();
        var address = await _api.AdmitAsync(sandbox);
        foreach (var (name, value) in FunctionEnvironment.Of(function, _program, shell, address))
            start.Environment[name] = value;

        var log = _logs.CreateLogger(function.LogicalId);
        return ChildProcess.Start(start, (line, isError) => Printed(sandbox, log, FunctionLine.Of(line, isError)));
    }

#pragma warning disable CA1848, CA1873, CA2254 // The text is the function's own; it is not known before.
    private static void Printed(Sandbox sandbox, ILogger log, FunctionLine line)
    {
        log.Log(line.Level, 0, line.Text, null, static (text, _) => text);
        sandbox.Pool.EventOf(sandbox, line.RequestId)?.Invocation.Write(line.Level, line.Text);
    }
#pragma warning restore CA1848, CA1873, CA2254
}

using System.Text;
using Lambda.Local.Invoking;

namespace Lambda.Tests.EventSources;

/// <summary>Functions that fail, or wait, as a test says.</summary>
internal sealed class GatedInvoker : IInvoker
{
    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>How many calls of all fail, the first ones.</summary>
    public int Failures { get; set; }

    /// <summary>The functions whose calls wait for <see cref="OpenAll"/>.</summary>
    public HashSet<string> Closed { get; } = [];

    /// <summary>What was called, with what.</summary>
    public Log<(string Function, string Payload)> Calls { get; } = new();

    public void OpenAll() => _gate.TrySetResult();

    public async Task<ReadOnlyMemory<byte>> InvokeAsync(FunctionDescription function, Invocation invocation)
    {
        Calls.Add((function.LogicalId, Encoding.UTF8.GetString(invocation.Payload.Span)));
        if (Closed.Contains(function.LogicalId))
            await _gate.Task;
        if (Failures-- > 0)
            throw new FunctionException($"{function.LogicalId} failed.", new InvalidOperationException("as wanted"));

        return Encoding.UTF8.GetBytes("\"done\"");
    }
}

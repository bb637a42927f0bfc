using Lambda.Local.Invoking;

namespace Lambda.Local.Isolated;

/// <summary>An event on its way through a process, and the promise of its result.</summary>
internal sealed class FunctionEvent(Invocation invocation, string requestId)
    : TaskCompletionSource<ReadOnlyMemory<byte>>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    private ITimer? _timeout;

    public Invocation Invocation => invocation;

    public string RequestId => requestId;

    public DateTimeOffset Deadline { get; private set; }

    /// <summary>Known from the beginning on.</summary>
    public string Trace { get; private set; } = "";

    /// <summary>From now on the function's time runs.</summary>
    public void Begin(TimeSpan time, TimeProvider clock, Action<FunctionEvent> timedOut)
    {
        var now = clock.GetUtcNow();
        Deadline = now + time;
        Trace = TraceName.NewPart(invocation.Trace ?? TraceName.NewRoot(now));
        _timeout = clock.CreateTimer(
            _ => timedOut(this), null, time, Timeout.InfiniteTimeSpan);
    }

    public void Succeed(ReadOnlyMemory<byte> result)
    {
        _timeout?.Dispose();
        TrySetResult(result);
    }

    public void Fail(string reason)
    {
        _timeout?.Dispose();
        TrySetException(new FunctionException(reason));
    }
}

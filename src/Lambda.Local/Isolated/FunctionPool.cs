using Lambda.Local.Invoking;

namespace Lambda.Local.Isolated;

/// <summary>
/// The processes of one function and the events that wait for one: an event at a time for each process, and one start
/// at a time, so that a burst of events does not become a burst of processes.
/// </summary>
internal sealed partial class FunctionPool(
    FunctionDescription function, int mostProcesses, Action<Sandbox> launch, TimeProvider clock)
{
    /// <summary>As many events at once as an account of AWS takes.</summary>
    private const int MostWaiting = 1000;

    /// <summary>Lambda's own limit; after it, Lambda begins again within the function's timeout.</summary>
    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly Queue<FunctionEvent> _waiting = new();
    private readonly HashSet<Sandbox> _all = [];
    private readonly List<Sandbox> _idle = [];
    private Sandbox? _starting;
    private volatile bool _isStopped;

    public FunctionDescription Function => function;

    public bool IsStopped => _isStopped;

    public Task<ReadOnlyMemory<byte>> InvokeAsync(Invocation invocation)
    {
        var next = new FunctionEvent(invocation, Guid.CreateVersion7(clock.GetUtcNow()).ToString());
        TaskCompletionSource<FunctionEvent?>? poll = null;
        Sandbox? started = null;
        lock (_gate)
        {
            if (_isStopped)
                next.Fail($"{Name} is being stopped.");
            else if (_waiting.Count >= MostWaiting)
                next.Fail($"{Name} takes no more events: {MostWaiting} are waiting already.");
            else if (_idle is [.., var idle])
            {
                _idle.RemoveAt(_idle.Count - 1);
                (poll, idle.Poll) = (idle.Poll, null);
                Give(idle, next);
            }
            else
            {
                _waiting.Enqueue(next);
                started = StartIfNeeded();
            }
        }

        // Outside the lock: it sends the event from here.
        poll?.SetResult(next);
        Launch(started);
        return next.Task;
    }

    /// <summary>Ends the processes that have waited for so long, except for one.</summary>
    public void EndIdle(TimeSpan longest)
    {
        Sandbox[] surplus;
        lock (_gate)
        {
            surplus = [.. _idle.SkipLast(1).Where(idle => clock.GetUtcNow() - idle.IdleSince >= longest)];
            foreach (var sandbox in surplus)
                Remove(sandbox);
        }

        foreach (var sandbox in surplus)
            sandbox.Process?.Terminate();
    }

    /// <summary>Takes no more events; the processes are whose that started them.</summary>
    public void Stop()
    {
        FunctionEvent[] lost;
        lock (_gate)
        {
            _isStopped = true;
            lost = [.. _waiting];
            _waiting.Clear();
        }

        foreach (var waiting in lost)
            waiting.Fail($"{Name} is being stopped.");
    }

    private string Name => function.LogicalId;

    // The next three are called with the lock held.
    private void Give(Sandbox sandbox, FunctionEvent next)
    {
        sandbox.Event = next;
        next.Begin(function.Timeout, clock, late => TimedOut(sandbox, late));
    }

    private Sandbox? StartIfNeeded()
    {
        if (_isStopped || _waiting.Count == 0 || _starting is not null || _all.Count >= mostProcesses)
            return null;

        var sandbox = _starting = new Sandbox(this);
        _all.Add(sandbox);
        return sandbox;
    }

    /// <returns>False when that had been done.</returns>
    private bool Remove(Sandbox sandbox)
    {
        _idle.Remove(sandbox);
        if (_starting == sandbox)
            _starting = null;
        sandbox.StartTimeout?.Dispose();
        return _all.Remove(sandbox);
    }

    private void Launch(Sandbox? started)
    {
        if (started is null)
            return;

        started.StartTimeout = clock.CreateTimer(
            _ => StartTimedOut(started), null, StartTime + function.Timeout, Timeout.InfiniteTimeSpan);
        launch(started);
    }
}

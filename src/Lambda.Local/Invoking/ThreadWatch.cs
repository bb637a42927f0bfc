namespace Lambda.Local.Invoking;

/// <summary>Looks after the functions that run on their callers' threads, a few times a second.</summary>
internal sealed class ThreadWatch : IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(200);

    // What each thread is in. Nothing is shared by two of them, so a call costs no waiting.
    private readonly ThreadLocal<OwnThreadCall?> _calls = new(trackAllValues: true);

    private readonly TimeProvider _clock;
    private readonly Lazy<ITimer> _timer;

    public ThreadWatch(TimeProvider clock)
    {
        _clock = clock;
        _timer = new(() => clock.CreateTimer(_ => Look(), null, Period, Period));
    }

    /// <summary>Calls a function up to where it waits for something.</summary>
    public ValueTask<ReadOnlyMemory<byte>> Run(
        OwnThreadCall call, FunctionHandler handle, ReadOnlyMemory<byte> payload, InvocationContext context)
    {
        _ = _timer.Value;
        call.Begin(_clock);
        _calls.Value = call;
        try
        {
            return handle(payload, context);
        }
        finally
        {
            _calls.Value = null;
            call.End();
        }
    }

    public void Dispose()
    {
        if (_timer.IsValueCreated)
            _timer.Value.Dispose();
        _calls.Dispose();
    }

    private void Look()
    {
        foreach (var call in _calls.Values)
            call?.Look(_clock);
    }
}

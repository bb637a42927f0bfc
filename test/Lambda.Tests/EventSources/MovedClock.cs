using Lambda.Tests.HttpApi;

namespace Lambda.Tests.EventSources;

/// <summary>A clock that a test moves, as soon as somebody waits for it.</summary>
internal sealed class MovedClock : TimeProvider
{
    private readonly List<Timer> _pending = [];
    private readonly Log<Timer> _set = new();
    private DateTimeOffset _now = StoppedClock.Start;

    public override DateTimeOffset GetUtcNow() => _now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state), dueTime == Timeout.InfiniteTimeSpan ? null : _now + dueTime);
        lock (_pending)
            _pending.Add(timer);
        _set.Add(timer);
        return timer;
    }

    /// <summary>Ends when somebody waits for the so many-th time since the clock was made.</summary>
    /// <returns>For how long.</returns>
    public async Task<TimeSpan> WaitedForAsync(int nth)
    {
        var timer = (await _set.UntilAsync(nth))[nth - 1];
        return timer.Due!.Value - timer.SetAt;
    }

    public void Move(TimeSpan by)
    {
        _now += by;
        Timer[] ringing;
        lock (_pending)
        {
            ringing = [.. _pending.Where(timer => timer.Due <= _now)];
            _pending.RemoveAll(ringing.Contains);
        }

        foreach (var timer in ringing)
            timer.Ring();
    }

    private void Forget(Timer timer)
    {
        lock (_pending)
            _pending.Remove(timer);
    }

    private sealed class Timer(MovedClock clock, Action ring, DateTimeOffset? due) : ITimer
    {
        public DateTimeOffset SetAt { get; } = clock.GetUtcNow();

        public DateTimeOffset? Due => due;

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period) => false;

        public void Dispose() => clock.Forget(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}

namespace Lambda.Tests.HttpApi;

/// <summary>A clock that stands still until a test moves it; timers ring when their time is passed.</summary>
internal sealed class StoppedClock : TimeProvider
{
    public static readonly DateTimeOffset Start = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    private readonly List<Timer> _timers = [];
    private readonly TaskCompletionSource _timerSet = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private DateTimeOffset _now = Start;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _now.Ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(() => callback(state), _now + dueTime, period);
        lock (_timers)
            _timers.Add(timer);
        _timerSet.TrySetResult();
        return timer;
    }

    /// <summary>Ends when somebody waits for this clock.</summary>
    public Task TimerSetAsync() => _timerSet.Task;

    public void Move(TimeSpan by)
    {
        _now += by;
        Timer[] ringing;
        lock (_timers)
            ringing = [.. _timers.Where(timer => timer.Due <= _now)];
        foreach (var timer in ringing)
            timer.Ring();
    }

    private sealed class Timer(Action ring, DateTimeOffset due, TimeSpan period) : ITimer
    {
        private bool _isOver;

        public DateTimeOffset Due { get; private set; } = due;

        public void Ring()
        {
            if (!_isOver)
                ring();

            if (period > TimeSpan.Zero)
                Due += period;
            else
                _isOver = true;
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => false;

        public void Dispose() => _isOver = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}

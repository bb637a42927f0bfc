namespace Lambda.Tests.ObjectStore;

/// <summary>A clock that a test moves by hand; it starts at the real time, so that SDKs agree with it.</summary>
internal sealed class HandClock : TimeProvider
{
    private TimeSpan _ahead;

    private DateTimeOffset? _stopped;

    public override DateTimeOffset GetUtcNow() => (_stopped ?? System.GetUtcNow()) + _ahead;

    /// <summary>How many times as fast as they should timers go.</summary>
    public int Haste { get; set; } = 1;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Hurried(dueTime), Hurried(period));

    public void Move(TimeSpan by) => _ahead += by;

    /// <summary>Lets no time pass but what <see cref="Move"/> adds.</summary>
    public static HandClock StoppedAt(DateTimeOffset time) => new() { _stopped = time };

    private TimeSpan Hurried(TimeSpan time) => time == Timeout.InfiniteTimeSpan ? time : time / Haste;
}

namespace Lambda.Tests.ObjectStore;

/// <summary>A clock that a test moves by hand; it starts at the real time, so that SDKs agree with it.</summary>
internal sealed class HandClock : TimeProvider
{
    private TimeSpan _ahead;

    private DateTimeOffset? _stopped;

    public override DateTimeOffset GetUtcNow() => (_stopped ?? System.GetUtcNow()) + _ahead;

    public void Move(TimeSpan by) => _ahead += by;

    /// <summary>Lets no time pass but what <see cref="Move"/> adds.</summary>
    public static HandClock StoppedAt(DateTimeOffset time) => new() { _stopped = time };
}

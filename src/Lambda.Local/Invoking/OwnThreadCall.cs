namespace Lambda.Local.Invoking;

/// <summary>
/// A function's call on its caller's own thread: as fast as a call can be, and when the function keeps the thread, its
/// caller cannot even say so. Somebody else does, in the caller's name.
/// </summary>
/// <param name="patience">How long the function may keep the thread.</param>
/// <param name="giveUp">Says it: the caller and this never run both.</param>
internal sealed class OwnThreadCall(TimeSpan patience, Func<Task> giveUp)
{
    private readonly Lock _ending = new();
    private bool _isOver;
    private long _start;

    /// <summary>What was said in the caller's name; null where the caller speaks for itself.</summary>
    public Task? GivenUp { get; private set; }

    public void Begin(TimeProvider clock) => _start = clock.GetTimestamp();

    /// <summary>The caller has its thread back, and speaks for itself unless it was too late.</summary>
    public void End()
    {
        lock (_ending)
            _isOver = true;
    }

    /// <summary>Ends it if it has lasted too long.</summary>
    public void Look(TimeProvider clock)
    {
        lock (_ending)
        {
            if (_isOver || clock.GetElapsedTime(_start) < patience)
                return;

            _isOver = true;
            GivenUp = giveUp();
        }
    }
}

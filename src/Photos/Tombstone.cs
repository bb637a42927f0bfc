namespace Photos;

/// <summary>
/// What is left of something removed: its id, taken, so that no late retry and no offline client brings it back.
/// </summary>
public static class Tombstone
{
    /// <summary>Longer than anybody retries.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);
}

namespace Photos;

/// <summary>Moments as stores keep them: in milliseconds, so that a record equals itself after a round trip.</summary>
internal static class Instant
{
    public static DateTimeOffset Rounded(DateTimeOffset time) =>
        DateTimeOffset.FromUnixTimeMilliseconds(time.ToUnixTimeMilliseconds());
}

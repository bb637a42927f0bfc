namespace Lambda.Local.EventSources.Schedules;

/// <summary>What the clock on the wall shows, and when that is.</summary>
internal static class WallTime
{
    public static DateTime Of(DateTimeOffset time, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(time, zone).DateTime;

    /// <returns>
    /// Null for a time that is skipped in spring; the first of the two for one that comes twice in autumn.
    /// </returns>
    public static DateTimeOffset? ToInstant(DateTime wall, TimeZoneInfo zone)
    {
        if (zone.IsInvalidTime(wall))
            return null;

        var offset = zone.IsAmbiguousTime(wall) ? zone.GetAmbiguousTimeOffsets(wall).Max() : zone.GetUtcOffset(wall);
        return new DateTimeOffset(wall, offset).ToUniversalTime();
    }
}

using System.Globalization;

namespace Lambda.Local.EventSources.Schedules;

/// <summary><c>at(2030-01-31T04:00:00)</c>: once.</summary>
internal sealed record AtExpression(string Text, DateTimeOffset Time) : ScheduleExpression(Text)
{
    public override DateTimeOffset? Next(DateTimeOffset after) => Time > after ? Time : null;

    public static AtExpression Parse(string text, string inside, TimeZoneInfo zone)
    {
        if (!DateTime.TryParseExact(
                inside, "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var wall)
            || WallTime.ToInstant(wall, zone) is not { } time)
        {
            throw new FormatException($"'{text}' names no time; write it as in 'at(2030-01-31T04:00:00)'.");
        }

        return new AtExpression(text, time);
    }
}

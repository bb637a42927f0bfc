using System.Globalization;

namespace Lambda.Local.EventSources.Schedules;

/// <summary><c>rate(5 minutes)</c>: at regular intervals.</summary>
internal sealed record RateExpression(string Text, TimeSpan Interval) : ScheduleExpression(Text)
{
    public override DateTimeOffset? Next(DateTimeOffset after) => after + Interval;

    /// <param name="strictUnit">
    /// Whether one is singular and more are plural; EventBridge's rules insist, its Scheduler does not.
    /// </param>
    public static RateExpression Parse(string text, string inside, bool strictUnit)
    {
        var words = inside.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is not [var number, var unit]
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || count < 1)
        {
            throw new FormatException($"'{text}' needs a whole number above 0 and a unit, as in 'rate(5 minutes)'.");
        }

        var length = unit switch
        {
            "minute" or "minutes" => TimeSpan.FromMinutes(1),
            "hour" or "hours" => TimeSpan.FromHours(1),
            "day" or "days" => TimeSpan.FromDays(1),
            _ => throw new FormatException($"'{text}' has the unit '{unit}'; there are minutes, hours and days."),
        };
        if (strictUnit && unit.EndsWith('s') != count > 1)
        {
            var one = unit.TrimEnd('s');
            throw new FormatException($"'{text}' is refused in the cloud: it takes 1 {one}, 2 {one}s.");
        }

        return new RateExpression(text, count * length);
    }
}

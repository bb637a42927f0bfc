namespace Lambda.Local.EventSources.Schedules;

/// <summary>
/// <c>cron(minutes hours day-of-month month day-of-week year)</c>, each field as EventBridge documents it.
/// </summary>
internal sealed record CronExpression : ScheduleExpression
{
    private const int FirstYear = 1970;
    private const int LastYear = 2199;
    private const int MinutesPerHour = 60;

    private readonly int[] _minutesOfDay;
    private readonly Func<DateOnly, bool> _isDay;
    private readonly HashSet<int> _years;
    private readonly TimeZoneInfo _zone;

    private CronExpression(
        string text, int[] minutesOfDay, Func<DateOnly, bool> isDay, HashSet<int> years, TimeZoneInfo zone)
        : base(text) =>
        (_minutesOfDay, _isDay, _years, _zone) = (minutesOfDay, isDay, years, zone);

    public static CronExpression Parse(string text, string inside, TimeZoneInfo zone)
    {
        if (inside.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not
            [var minutes, var hours, var ofMonth, var month, var ofWeek, var year])
        {
            throw new FormatException(
                $"'{text}' needs six fields: minutes, hours, day of month, month, day of week, year.");
        }

        try
        {
            var minutesOfHour = CronField.Minutes.Parse(minutes);
            int[] minutesOfDay =
            [
                .. from hour in CronField.Hours.Parse(hours)
                   from minute in minutesOfHour
                   orderby hour, minute
                   select (hour * MinutesPerHour) + minute,
            ];
            var (months, isDay) = (CronField.Months.Parse(month), CronDays.Parse(ofMonth, ofWeek));
            var years = new CronField("year", FirstYear, LastYear) { Wraps = false }.Parse(year);
            return new CronExpression(
                text, minutesOfDay, day => months.Contains(day.Month) && isDay(day), years, zone);
        }
        catch (FormatException reason)
        {
            throw new FormatException($"'{text}': {reason.Message}", reason);
        }
    }

    public override DateTimeOffset? Next(DateTimeOffset after)
    {
        foreach (var wall in WallTimes(WallTime.Of(after, _zone)))
        {
            // What is skipped in spring is not made up for, and what comes twice in autumn is due once.
            if (WallTime.ToInstant(wall, _zone) is { } time && time > after)
                return time;
        }

        return null;
    }

    private IEnumerable<DateTime> WallTimes(DateTime after)
    {
        var from = after.TimeOfDay;
        var firstDay = DateOnly.FromDateTime(after);
        for (var day = firstDay; day.Year <= LastYear; day = day.AddDays(1))
        {
            if (day > firstDay)
                from = TimeSpan.MinValue;
            if (!_years.Contains(day.Year) || !_isDay(day))
                continue;

            foreach (var minute in _minutesOfDay)
            {
                if (TimeSpan.FromMinutes(minute) > from)
                    yield return day.ToDateTime(TimeOnly.MinValue).AddMinutes(minute);
            }
        }
    }
}

namespace Lambda.Local.EventSources.Schedules;

/// <summary>The two fields of a cron expression that choose days; one of them is <c>?</c>.</summary>
internal static class CronDays
{
    private const string Any = "?";
    private const string Last = "L";
    private const int DaysPerWeek = 7;

    public static Func<DateOnly, bool> Parse(string ofMonth, string ofWeek) => (ofMonth, ofWeek) switch
    {
        (not Any, Any) => OfMonth(ofMonth),
        (Any, not Any) => OfWeek(ofWeek),
        _ => throw new FormatException("one of day of month and day of week must be ?, and only one."),
    };

    // L: the last day. 3W: the weekday that is nearest to the third, in the same month.
    private static Func<DateOnly, bool> OfMonth(string text)
    {
        if (text is Last)
            return day => day.Day == DaysIn(day);
        if (text.EndsWith('W') && CronField.DayOfMonth.Value(text[..^1]) is var wanted)
            return day => wanted <= DaysIn(day) && day == Weekday(new DateOnly(day.Year, day.Month, wanted));

        var days = CronField.DayOfMonth.Parse(text);
        return day => days.Contains(day.Day);
    }

    // L: Saturday, the last of the week. 6L: the month's last Friday. 6#2: its second.
    private static Func<DateOnly, bool> OfWeek(string text)
    {
        if (text is Last)
            text = $"{DaysPerWeek}";
        if (text.EndsWith('L') && CronField.DayOfWeek.Value(text[..^1]) is var last)
            return day => Number(day) == last && day.Day > DaysIn(day) - DaysPerWeek;
        if (text.Split('#') is [var name, var count]
            && (CronField.DayOfWeek.Value(name), Occurrence(count)) is var (wanted, nth))
        {
            return day => Number(day) == wanted && ((day.Day - 1) / DaysPerWeek) + 1 == nth;
        }

        var days = CronField.DayOfWeek.Parse(text);
        return day => days.Contains(Number(day));
    }

    private static int Occurrence(string text) => text is [>= '1' and <= '5' and var digit]
        ? digit - '0'
        : throw new FormatException($"'#{text}' counts no day of a month; that is #1 to #5.");

    private static DateOnly Weekday(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(day.Day == 1 ? 2 : -1),
        DayOfWeek.Sunday => day.AddDays(day.Day == DaysIn(day) ? -2 : 1),
        _ => day,
    };

    private static int DaysIn(DateOnly day) => DateTime.DaysInMonth(day.Year, day.Month);

    private static int Number(DateOnly day) => (int)day.DayOfWeek + 1;
}

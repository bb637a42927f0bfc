namespace Lambda.Local.EventSources.Schedules;

/// <summary>When a schedule is due: <c>rate(…)</c>, <c>cron(…)</c>, or <c>at(…)</c>.</summary>
/// <param name="Text">As the template has it.</param>
internal abstract record ScheduleExpression(string Text)
{
    /// <summary>
    /// The first time behind <paramref name="after"/>, which is when it was due last; null where there is none.
    /// </summary>
    public abstract DateTimeOffset? Next(DateTimeOffset after);

    /// <summary>What a rule of EventBridge takes, which is always in UTC.</summary>
    /// <exception cref="FormatException">It is none; the message says why, and what would be.</exception>
    public static ScheduleExpression OfRule(string text) => Split(text) switch
    {
        ("rate", var rate) => RateExpression.Parse(text, rate, strictUnit: true),
        ("cron", var fields) => CronExpression.Parse(text, fields, TimeZoneInfo.Utc),
        _ => throw new FormatException($"'{text}' is no schedule; write 'rate(1 day)' or 'cron(0 4 * * ? *)'."),
    };

    /// <summary>What EventBridge Scheduler takes.</summary>
    /// <exception cref="FormatException">It is none; the message says why, and what would be.</exception>
    public static ScheduleExpression OfScheduler(string text, TimeZoneInfo zone) => Split(text) switch
    {
        ("rate", var rate) => RateExpression.Parse(text, rate, strictUnit: false),
        ("cron", var fields) => CronExpression.Parse(text, fields, zone),
        ("at", var time) => AtExpression.Parse(text, time, zone),
        _ => throw new FormatException(
            $"'{text}' is no schedule; write 'rate(1 day)', 'cron(0 4 * * ? *)' or 'at(2030-01-31T04:00:00)'."),
    };

    private static (string Kind, string Inside) Split(string text) =>
        text.IndexOf('(') is > 0 and var open && text.EndsWith(')')
            ? (text[..open], text[(open + 1)..^1])
            : ("", "");
}

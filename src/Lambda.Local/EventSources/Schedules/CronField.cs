using System.Globalization;

namespace Lambda.Local.EventSources.Schedules;

/// <summary>One field of a cron expression: a list of values, ranges and steps.</summary>
/// <remarks>
/// <code>
/// field = item *("," item)
/// item  = ("*" / value / value "-" value) ["/" step]
/// </code>
/// A range whose end lies before its beginning goes on from the start: hours <c>20-2</c> are 20 to 23 and 0 to 2.
/// </remarks>
/// <param name="Names">Words for the values, from the least on; none where numbers alone count.</param>
internal sealed record CronField(string What, int Least, int Most, params string[] Names)
{
    public static readonly CronField Minutes = new("minutes", 0, 59);

    public static readonly CronField Hours = new("hours", 0, 23);

    public static readonly CronField DayOfMonth = new("day of month", 1, 31);

    public static readonly CronField Months = new(
        "month", 1, 12, "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");

    public static readonly CronField DayOfWeek = new(
        "day of week", 1, 7, "SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

    /// <summary>Whether the first value follows upon the last.</summary>
    public bool Wraps { get; init; } = true;

    /// <exception cref="FormatException">The message names the field and what is wrong with it.</exception>
    public HashSet<int> Parse(string text) => [.. text.Split(',').SelectMany(Item)];

    /// <summary>A single value, as a number or a word.</summary>
    public int Value(string text)
    {
        var named = Array.FindIndex(Names, name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
        if (named >= 0)
            return Least + named;

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= Least
            && number <= Most
            ? number
            : throw Refuse(text);
    }

    public FormatException Refuse(string text) =>
        new($"'{text}' does not fit {What}: {Least} to {Most}{(Names is [] ? "" : $" or {Names[0]} to {Names[^1]}")}.");

    private IEnumerable<int> Item(string text)
    {
        var (values, step) = text.Split('/') switch
        {
            [var only] => (only, 1),
            [var before, var every] => (before, Step(every)),
            _ => throw Refuse(text),
        };

        var (from, to) = values.Split('-') switch
        {
            ["*"] => (Least, Most),
            [var only] when Value(only) is var value => (value, text.Contains('/') ? Most : value),
            [var first, var last] => (Value(first), Value(last)),
            _ => throw Refuse(text),
        };

        if (to < from && !Wraps)
            throw Refuse(text);

        var count = to >= from ? to - from : to - from + (Most - Least + 1);
        for (var at = 0; at <= count; at += step)
            yield return Least + ((from - Least + at) % (Most - Least + 1));
    }

    private int Step(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var step) && step >= 1 && step <= Most
            ? step
            : throw new FormatException($"'/{text}' is no step of {What}; that is 1 to {Most}.");
}

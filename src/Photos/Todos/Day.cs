using System.Globalization;
using Photos.Outcomes;

namespace Photos.Todos;

/// <summary>The spelling of days: <c>2026-12-24</c>.</summary>
public static class Day
{
    private const string Format = "yyyy-MM-dd";

    /// <summary>As the API and the stores write it.</summary>
    public static string Of(DateOnly day) => day.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>Reads what a client wrote.</summary>
    public static Outcome<DateOnly> From(string member, string text) =>
        TryParse(text, out var day) ? day : Problem.Invalid(member, "Write a day of the calendar as 2026-12-24.");

    /// <summary>Reads what a store kept.</summary>
    /// <exception cref="InvalidDataException">It is no day.</exception>
    public static DateOnly Stored(string text) =>
        TryParse(text, out var day) ? day : throw new InvalidDataException("A stored day is none; restore a backup.");

    private static bool TryParse(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}

using System.Globalization;

namespace Photos.Library;

/// <summary>When a picture was taken, as its camera's clock showed it, and how that is known.</summary>
/// <param name="Local">
/// Wall time in whole milliseconds. Orders the library: it is what people mean by "that morning", and most cameras know
/// nothing else.
/// </param>
/// <param name="Offset">Distance of that wall time from UTC, only when the source says so. Never guessed.</param>
/// <param name="Source">Where the two come from.</param>
public sealed record TakenAt(DateTime Local, TimeSpan? Offset, TakenAtSource Source)
{
    /// <summary>Photography starts in 1826; an earlier date is a broken one.</summary>
    private const int FirstYear = 1826;

    private static readonly string[] Formats =
        ["yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm"];

    /// <inheritdoc cref="TakenAt"/>
    public DateTime Local { get; } = new(Local.Ticks - (Local.Ticks % TimeSpan.TicksPerMillisecond));

    /// <summary>The moment of upload, for files that know nothing of their own age.</summary>
    internal static TakenAt Upload(DateTimeOffset now) => new(now.UtcDateTime, TimeSpan.Zero, TakenAtSource.Upload);

    /// <summary>Null unless all parts make a date on which a photo can have been taken.</summary>
    internal static TakenAt? From(DateTime? local, TimeSpan? offset, TakenAtSource source) =>
        local is { } time && time.Year is >= FirstYear and < 9999 ? new(time, offset, source) : null;

    /// <summary>
    /// Reads <c>2015-04-10T20:12:23</c>, optionally with a fraction and with <c>Z</c> or <c>+02:00</c> behind it.
    /// </summary>
    /// <returns>Null when the text is something else.</returns>
    public static TakenAt? Parse(string text, TakenAtSource source)
    {
        var (time, zone) = Split(text);
        var offset = ParseOffset(zone);
        return (zone is null || offset is not null)
            && DateTime.TryParseExact(time, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? From(local, offset, source)
            : null;
    }

    /// <summary>Reads <c>+02:00</c>, <c>-05:30</c> or <c>Z</c>; null for anything else.</summary>
    internal static TimeSpan? ParseOffset(string? text) => text switch
    {
        "Z" => TimeSpan.Zero,
        ['+' or '-', _, _, ':', _, _] when TimeSpan.TryParseExact(
            text[1..], @"hh\:mm", CultureInfo.InvariantCulture, out var size) && size.TotalHours <= 14 =>
            text[0] == '-' ? -size : size,
        _ => null,
    };

    // A '-' no further than the date is one of the date's own.
    private static (string Time, string? Zone) Split(string text)
    {
        var at = text.EndsWith('Z') ? text.Length - 1 : text.LastIndexOfAny(['+', '-']);
        return at > "yyyy-MM-dd".Length ? (text[..at], text[at..]) : (text, null);
    }
}

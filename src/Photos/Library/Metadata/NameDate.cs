using System.Globalization;

namespace Photos.Library.Metadata;

/// <summary>
/// Finds the date and time that phones put into file names: <c>20240102_030405.jpg</c>, <c>IMG-2024-01-02 03.04.05</c>.
/// </summary>
internal static class NameDate
{
    private const string Format = "yyyyMMddHHmmss";

    /// <summary>Null unless the name holds the digits of a date and a time, at most one mark between two.</summary>
    public static TakenAt? Read(FileName name)
    {
        var text = name.Text;
        for (var start = 0; start < text.Length; start++)
        {
            var startsNumber = char.IsAsciiDigit(text[start]) && (start == 0 || !char.IsAsciiDigit(text[start - 1]));
            if (startsNumber && Digits(text.AsSpan(start)) is { } digits && Date(digits) is { } date)
                return date;
        }

        return null;
    }

    private static string? Digits(ReadOnlySpan<char> text)
    {
        Span<char> digits = stackalloc char[Format.Length];
        var found = 0;
        var marks = 0;
        foreach (var character in text)
        {
            if (char.IsAsciiDigit(character))
                (digits[found++], marks) = (character, 0);
            else if (!IsMark(character) || ++marks > 1)
                return null;

            if (found == digits.Length)
                return new string(digits);
        }

        return null;
    }

    private static bool IsMark(char character) => character is '-' or '_' or '.' or ' ' or ':' or 'T';

    private static TakenAt? Date(string digits) =>
        DateTime.TryParseExact(digits, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? TakenAt.From(local, null, TakenAtSource.Name)
            : null;
}

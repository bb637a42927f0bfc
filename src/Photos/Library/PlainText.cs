using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Photos.Library;

/// <summary>What all texts of the library have in common: well formed, trimmed, one line, nothing invisible.</summary>
internal static class PlainText
{
    /// <summary>False when the text holds half characters, or ones that control, direct or separate lines.</summary>
    /// <remarks>
    /// Composition (NFC) is left to whoever types: functions run without ICU, where <see cref="string.Normalize()"/>
    /// returns its input, and a file's name should come back as it was sent.
    /// </remarks>
    public static bool TryClean(string? text, [NotNullWhen(true)] out string? clean)
    {
        clean = null;
        if (text is not null && !IsWellFormed(text))
            return false;

        clean = text?.Trim() ?? "";
        return !clean.EnumerateRunes().Any(IsInvisible);
    }

    private static bool IsWellFormed(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsSurrogate(text[at]))
                continue;
            if (at + 1 == text.Length || !char.IsSurrogatePair(text[at], text[at + 1]))
                return false;
            at++;
        }

        return true;
    }

    // The joiners U+200C and U+200D are format characters too, but emoji and several scripts are written with them.
    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        UnicodeCategory.Format => rune.Value is not (0x200C or 0x200D),
        _ => false,
    };
}

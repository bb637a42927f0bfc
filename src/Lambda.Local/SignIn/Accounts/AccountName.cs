using System.Globalization;
using System.Text;

namespace Lambda.Local.SignIn.Accounts;

/// <summary>A name to sign in with: 1 to 64 visible characters after trimming; case makes no difference.</summary>
internal static class AccountName
{
    public const int MaxLength = 64;

    public static StringComparer Comparer => StringComparer.OrdinalIgnoreCase;

    public static bool TryParse(string? text, out string name)
    {
        name = "";
        if (text is null || text.Length > 4 * MaxLength)
            return false;

        name = text.Trim();
        return name.EnumerateRunes().Count() is > 0 and <= MaxLength && name.EnumerateRunes().All(IsVisible);
    }

    // Characters that show nothing, or turn the text around, would make two names look alike.
    private static bool IsVisible(Rune character) => !IsLooseAccent(character)
        && Rune.GetUnicodeCategory(character) is not (
            UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    // Without ICU, string.Normalize leaves text as it is. Refusing loose accents keeps one spelling (NFC) per letter.
    private static bool IsLooseAccent(Rune character) => character.Value is >= 0x300 and <= 0x36F;
}

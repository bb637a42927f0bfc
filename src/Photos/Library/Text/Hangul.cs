namespace Photos.Library.Text;

/// <summary>Korean syllables, which are made of two or three letters by arithmetic (Unicode §3.12).</summary>
internal static class Hangul
{
    private const int FirstSyllable = 0xAC00;
    private const int FirstLead = 0x1100;
    private const int FirstVowel = 0x1161;
    private const int BeforeFirstTail = 0x11A7;
    private const int Leads = 19;
    private const int Vowels = 21;
    private const int Tails = 28;

    public static bool TryDecompose(int character, List<int> into)
    {
        var syllable = character - FirstSyllable;
        if (syllable is < 0 or >= Leads * Vowels * Tails)
            return false;

        into.Add(FirstLead + (syllable / (Vowels * Tails)));
        into.Add(FirstVowel + (syllable % (Vowels * Tails) / Tails));
        if (syllable % Tails > 0)
            into.Add(BeforeFirstTail + (syllable % Tails));

        return true;
    }

    public static int? Compose(int first, int second)
    {
        var (lead, vowel) = (first - FirstLead, second - FirstVowel);
        if (lead is >= 0 and < Leads && vowel is >= 0 and < Vowels)
            return FirstSyllable + (((lead * Vowels) + vowel) * Tails);

        var (syllable, tail) = (first - FirstSyllable, second - BeforeFirstTail);
        return syllable is >= 0 and < Leads * Vowels * Tails && syllable % Tails == 0 && tail is > 0 and < Tails
            ? first + tail
            : null;
    }
}

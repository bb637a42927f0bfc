using System.Text.RegularExpressions;

namespace Lambda.Local.Console.Showing;

/// <summary>Keeps what opens doors off the screen: by its name, or by how it looks.</summary>
internal static class Secrets
{
    /// <summary>Stands where something is not shown.</summary>
    public const string Mask = "•••";

    private static readonly string[] Words =
    [
        "authorization", "cookie", "password", "secret", "token", "signature", "credential", "apikey", "code_verifier",
    ];

    // A word of a token's claims, which says no more than what kind it is.
    private const string Harmless = "token_use";

    // Signed tokens, what follows the scheme of a header, and values behind a telling name in a query or a message.
    private static readonly Regex Telling = new(
        """
        (?ix)
          \b eyJ [\w-]+ \. [\w-]+ ( \. [\w-]* )?
        | \b ( bearer | basic ) \s+ [^\s"',;]+
        | ( signature | credential | password | secret | token ) ["']? \s* [=:] \s* ["']? [^\s"'&,;]+
        """,
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant);

    /// <summary>Whether what has this name is not shown.</summary>
    public static bool IsNamed(string name)
    {
        var plain = name.Replace("-", "", StringComparison.Ordinal);
        return name is not Harmless && Words.Any(word => plain.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The text without what looks like a token or a signature.</summary>
    public static string Hide(string text) => Telling.Replace(text, Kept);

    private static string Kept(Match match)
    {
        var end = match.Value.IndexOfAny(['=', ':', ' ', '\t']);
        return end < 0 ? Mask : match.Value[..(end + 1)] + Mask;
    }
}

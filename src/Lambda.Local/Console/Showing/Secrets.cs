using System.Text.RegularExpressions;

namespace Lambda.Local.Console.Showing;

/// <summary>Keeps what opens doors off the screen: by its name, or by how it looks.</summary>
internal static class Secrets
{
    /// <summary>Stands where something is not shown.</summary>
    public const string Mask = "•••";

    private static readonly string[] Words =
    [
        "authorization", "cookie", "password", "passwd", "secret", "token", "signature", "credential", "apikey", "code_verifier",
        "session",
    ];

    // Signed tokens, what follows the scheme of a header, and values behind a telling name in a query or a message.
    private static readonly Regex Telling = new(
        """
        (?ix)
          ( \beyJ ) [\w-]+ \. [\w-]+ ( \. [\w-]* )?
        | ( \b (?:bearer|basic) \s+ ) [^\s"',;]+
        | ( (?:x-amz-signature|x-amz-security-token|x-amz-credential|signature|password|secret|token) ["']? \s* [=:] \s* ["']? )
          [^\s"'&,;]+
        """,
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant);

    /// <summary>Whether what has this name is not shown.</summary>
    public static bool IsNamed(string name)
    {
        var plain = name.Replace("-", "", StringComparison.Ordinal);
        return Words.Any(word => plain.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The text without what looks like a token or a signature.</summary>
    public static string Hide(string text) => Telling.Replace(text, Kept);

    private static string Kept(Match match)
    {
        var end = match.Value.IndexOfAny(['=', ':', ' ', '\t']);
        return end < 0 ? Mask : match.Value[..(end + 1)] + Mask;
    }
}

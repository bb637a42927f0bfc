using System.Buffers;
using System.Text;

namespace Amazon.Lambda.Observing;

/// <summary>
/// Text as it may stand in a log: without tokens, signatures and passwords, wherever it is from. A library's exception
/// may well quote the link or the header that it failed on.
/// </summary>
/// <remarks>
/// <code>
/// secret = "eyJ" … | ( "Bearer" | "Basic" ) " " … | ( "?" | "&amp;" ) "code=" … | word [ quote ] is …
/// word   = "signature" | "credential" | "password" | "secret" | "token"
/// is     = "=" | ":" | "%3D"
/// </code>
/// The last line of defence, by looks alone: whoever logs still says nothing that is secret. It runs over all that
/// functions log, so text without such words is looked through once and returned as it is.
/// </remarks>
internal static class MaskedText
{
    /// <summary>Stands where something was.</summary>
    public const string Mask = "***";

    private const string Jwt = "eyJ";

    /// <summary>A word behind a scheme that is shorter is prose.</summary>
    private const int ShortestToken = 12;

    private static readonly string[] Schemes = ["Bearer ", "Basic "];
    private static readonly string[] Codes = ["?code=", "&code="];

    private static readonly SearchValues<string> Telling = SearchValues.Create(
        ["signature", "credential", "password", "secret", "token", Jwt, .. Schemes, .. Codes],
        StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\r\n\"'\\&,;<>)}]");

    public static string Of(string text)
    {
        var next = text.AsSpan().IndexOfAny(Telling);
        if (next < 0)
            return text;

        var shown = new StringBuilder(text.Length);
        var at = 0;
        for (; next >= 0; next = Next(text, at))
        {
            var (start, end) = Find(text, next);
            shown.Append(text, at, start - at);
            if (end > start)
                shown.Append(Mask);
            at = end;
        }

        return shown.Append(text, at, text.Length - at).ToString();
    }

    private static int Next(string text, int at) =>
        text.AsSpan(at).IndexOfAny(Telling) is >= 0 and var found ? at + found : -1;

    /// <summary>Where the secret is; of no length, and behind the word, when there is none.</summary>
    private static (int Start, int End) Find(string text, int word)
    {
        var rest = text.AsSpan(word);
        if (rest.StartsWith(Jwt, StringComparison.OrdinalIgnoreCase))
        {
            // Base64 of a brace and a quote. Between other letters it is part of a word.
            var isToken = rest.StartsWith(Jwt, StringComparison.Ordinal)
                && (word == 0 || !char.IsAsciiLetterOrDigit(text[word - 1]));
            return isToken ? (word, EndOf(text, word)) : (word + Jwt.Length, word + Jwt.Length);
        }

        foreach (var scheme in Schemes)
        {
            if (!rest.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
                continue;
            var start = word + scheme.Length;
            return EndOf(text, start) is var end && end - start >= ShortestToken ? (start, end) : (start, start);
        }

        foreach (var code in Codes)
        {
            if (rest.StartsWith(code, StringComparison.OrdinalIgnoreCase))
                return (word + code.Length, EndOf(text, word + code.Length));
        }

        return Value(text, word);
    }

    private static (int Start, int End) Value(string text, int word)
    {
        var at = word;
        while (at < text.Length && char.IsAsciiLetter(text[at]))
            at++;

        var value = text.AsSpan(at).TrimStart("\\\"' ");
        var assigned = value switch
        {
            ['=' or ':', ..] => value[1..],
            ['%', '3', 'D' or 'd', ..] => value[3..],
            _ => default,
        };
        var start = text.Length - assigned.TrimStart("\\\"' ").Length;
        return assigned.IsEmpty ? (at, at) : (start, EndOf(text, start));
    }

    private static int EndOf(string text, int start) =>
        text.AsSpan(start).IndexOfAny(Ends) is >= 0 and var length ? start + length : text.Length;
}

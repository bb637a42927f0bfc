using System.Buffers;

namespace Lambda.Local.HttpApi.Responses;

/// <summary>What becomes of the names of a function's headers.</summary>
internal static class HeaderNames
{
    private static readonly SearchValues<char> TokenCharacters = SearchValues.Create(
        "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    // The connection belongs to the gateway, and so does the framing of the body.
    private static readonly HashSet<string> NotPassedOn = new(StringComparer.OrdinalIgnoreCase)
    {
        "connection", "content-length", "date", "keep-alive", "proxy-authenticate", "server", "te", "trailer",
        "transfer-encoding", "upgrade",
    };

    public static bool IsPassedOn(string name, bool hasCors) =>
        !NotPassedOn.Contains(name) && !(hasCors && Cors.IsCorsHeader(name));

    /// <summary>A token of RFC 9110: the only thing that can stand before the colon.</summary>
    public static bool IsName(string name) => name is not "" && !name.AsSpan().ContainsAnyExcept(TokenCharacters);

    /// <summary>Printable ASCII and tabs: what cannot begin another line.</summary>
    public static bool IsValue(string value) => !value.AsSpan().ContainsAnyExceptInRange(' ', '~');

    /// <summary>As the function wrote it, but for a name that a REST API keeps for itself.</summary>
    public static string OfRest(string name) =>
        name.Equals("www-authenticate", StringComparison.OrdinalIgnoreCase) ? $"x-amzn-Remapped-{name}" : name;

    /// <summary><c>my-header</c> becomes <c>My-Header</c>, as the gateway writes over HTTP/1.1.</summary>
    public static string Canonical(string name) => string.Create(name.Length, name, static (letters, name) =>
    {
        var isFirst = true;
        for (var i = 0; i < letters.Length; i++)
        {
            // A name is ASCII, and its letters differ from one another's case in one bit.
            letters[i] = !char.IsAsciiLetter(name[i]) ? name[i] : (char)(isFirst ? name[i] & ~0x20 : name[i] | 0x20);
            isFirst = name[i] == '-';
        }
    });
}

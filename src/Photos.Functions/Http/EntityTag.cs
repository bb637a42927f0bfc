using System.Globalization;
using Amazon.Lambda.APIGatewayEvents;
using Photos.Outcomes;

namespace Photos.Functions.Http;

/// <summary>Entity tags (RFC 9110 §8.8.3) of the form <c>"version.window"</c>.</summary>
/// <remarks>
/// <c>If-Match</c> asks whether the entity has changed, so it compares the version. <c>If-None-Match</c> asks whether
/// the answer would be the same, so it compares the whole tag: a new window means new links.
/// </remarks>
internal static class EntityTag
{
    public static string Of(int version, long window) =>
        string.Create(CultureInfo.InvariantCulture, $"\"{version}.{window}\"");

    public static bool IsKnown(string tag, APIGatewayHttpApiV2ProxyRequest request) =>
        Header(request, "if-none-match") is { } known && (known == "*" || Tags(known).Contains(tag));

    /// <summary>The version that <c>If-Match</c> names; a tag that we never gave matches nothing.</summary>
    public static Outcome<ExpectedVersion> Expected(APIGatewayHttpApiV2ProxyRequest request)
    {
        var header = Header(request, "if-match");
        if (header is null or "*")
            return new ExpectedVersion(null);

        var tag = header.Trim('"');
        return int.TryParse(tag.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? new ExpectedVersion(version)
            : Problem.Changed;
    }

    // A proxy on the way may have weakened the tag; for reading that makes no difference (RFC 9110 §13.1.2).
    private static IEnumerable<string> Tags(string header) => header
        .Split(',', StringSplitOptions.TrimEntries)
        .Select(tag => tag.StartsWith("W/", StringComparison.Ordinal) ? tag[2..] : tag);

    private static string? Header(APIGatewayHttpApiV2ProxyRequest request, string name) =>
        request.Headers is { } headers && headers.TryGetValue(name, out var value) ? value.Trim() : null;
}

/// <summary>The version a caller saw; null when any will do.</summary>
internal readonly record struct ExpectedVersion(int? Version);

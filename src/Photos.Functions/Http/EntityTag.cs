using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Amazon.Lambda.APIGatewayEvents;
using Photos.Outcomes;

namespace Photos.Functions.Http;

/// <summary>Entity tags (RFC 9110 §8.8.3) of the form <c>"version.rest"</c>.</summary>
/// <remarks>
/// <c>If-Match</c> asks whether the entity has changed, so it compares the version. <c>If-None-Match</c> asks whether
/// the answer would be the same, so it compares the whole tag: the rest stands for what an answer holds besides the
/// entity, such as links or what other entities say.
/// </remarks>
internal static class EntityTag
{
    private const string Weak = "W/";

    public static string Of(int version, long rest) =>
        string.Create(CultureInfo.InvariantCulture, $"\"{version}.{rest}\"");

    /// <summary>A rest that stands for a set of things, each of which changes the answer; 0 for none.</summary>
    public static long RestOf<T>(IReadOnlyCollection<T> things)
    {
        if (things.Count == 0)
            return 0;

        var text = string.Join(' ', things.Select(each => $"{each}").Order(StringComparer.Ordinal));
        return BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text))) & long.MaxValue;
    }

    /// <summary>The caller has this answer already.</summary>
    /// <remarks>A proxy may have weakened the tag; for reading that makes no difference (RFC 9110 §13.1.2).</remarks>
    public static bool IsKnown(string tag, APIGatewayHttpApiV2ProxyRequest request) =>
        Header.Of(request, "if-none-match") is { } known
        && (known == "*" || Tags(known).Any(each => (each.StartsWith(Weak) ? each[Weak.Length..] : each) == tag));

    /// <summary>The versions that <c>If-Match</c> names; any without that header.</summary>
    public static ExpectedVersion Expected(APIGatewayHttpApiV2ProxyRequest request) =>
        Header.Of(request, "if-match") is { } header ? Expected(header) : ExpectedVersion.Any;

    /// <summary>The same where a change without <c>If-Match</c> would be a change in the dark.</summary>
    public static Outcome<ExpectedVersion> Required(APIGatewayHttpApiV2ProxyRequest request) =>
        Header.Of(request, "if-match") is { } header ? Expected(header) : Problem.Unconditional;

    // Strong comparison (RFC 9110 §13.1.1): a weak tag matches nothing, and neither does one that we never gave.
    private static ExpectedVersion Expected(string header) => header == "*"
        ? ExpectedVersion.Any
        : ExpectedVersion.OneOf([.. Tags(header).Select(Version).OfType<int>()]);

    private static int? Version(string tag)
    {
        if (tag is not ['"', .. var inner, '"'] || inner.Split('.') is not [var version, var rest])
            return null;

        return int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && long.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? number
            : null;
    }

    // A comma inside of quotes belongs to somebody else's tag; cut there, neither half looks like one of ours.
    private static string[] Tags(string header) => header.Split(',', StringSplitOptions.TrimEntries);
}

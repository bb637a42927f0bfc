using System.Xml.Linq;
using Lambda.Local.ObjectStore.Payloads;
using Microsoft.AspNetCore.Http;

namespace Lambda.Local.ObjectStore.Operations;

/// <summary>The tags of an object: at most ten, keys of 128 and values of 256 characters.</summary>
internal static class TagSet
{
    public const string Header = "x-amz-tagging";

    public static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>();

    private const int MaxTags = 10;
    private const int MaxKey = 128;
    private const int MaxValue = 256;

    private static readonly S3Error Unreadable = S3Error.InvalidArgument(
        "The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL query parameters "
        + "without tag name duplicates.");

    /// <summary>Reads <c>key=value&amp;key=value</c>; no header, no tags.</summary>
    public static S3Error? ReadHeader(IHeaderDictionary headers, out IReadOnlyDictionary<string, string> tags)
    {
        tags = None;
        var pairs = new List<(string Key, string Value)>();
        foreach (var part in headers[Header].ToString().Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var pair = part.Replace('+', ' ').Split('=', 2);
            if (!UriText.TryDecode(pair[0], out var key)
                || !UriText.TryDecode(pair.ElementAtOrDefault(1), out var value)
                || pairs.Any(other => other.Key == key))
            {
                return Unreadable;
            }

            pairs.Add((key, value));
        }

        return Read(pairs, out tags);
    }

    /// <summary>Reads <c>Tagging/TagSet/Tag</c>.</summary>
    public static S3Error? ReadXml(XElement root, out IReadOnlyDictionary<string, string> tags)
    {
        tags = None;
        var pairs = new List<(string Key, string Value)>();
        if (XmlPayload.Children(root, "TagSet").ToList() is not [var set])
            return S3Error.MalformedXml;

        foreach (var tag in XmlPayload.Children(set, "Tag"))
        {
            if (XmlPayload.Text(tag, "Key") is not { } key || XmlPayload.Text(tag, "Value") is not { } value)
                return S3Error.MalformedXml;
            pairs.Add((key, value));
        }

        return Read(pairs, out tags);
    }

    public static XElement Xml(IReadOnlyDictionary<string, string> tags) => S3Xml.Parent(
        "Tagging",
        S3Xml.Parent("TagSet", [.. tags.Select(tag => S3Xml.Parent(
            "Tag", S3Xml.Element("Key", tag.Key), S3Xml.Element("Value", tag.Value)))]));

    private static S3Error? Read(
        List<(string Key, string Value)> pairs, out IReadOnlyDictionary<string, string> tags)
    {
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        tags = read;
        if (pairs.Count > MaxTags)
            return new S3Error(400, "BadRequest", $"Object tags cannot be greater than {MaxTags}");

        foreach (var (key, value) in pairs)
        {
            if (key.Length is 0 or > MaxKey || !key.All(MayStand))
                return S3Error.InvalidTag("The TagKey you have provided is invalid");
            if (value.Length > MaxValue || !value.All(MayStand))
                return S3Error.InvalidTag("The TagValue you have provided is invalid");
            if (key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
                return S3Error.InvalidTag("System tags cannot be added/updated by requester");
            if (!read.TryAdd(key, value))
                return S3Error.InvalidTag("Cannot provide multiple Tags with the same key");
        }

        return null;
    }

    private static bool MayStand(char character) =>
        char.IsLetterOrDigit(character) || character is ' ' or '+' or '-' or '=' or '.' or '_' or ':' or '/' or '@';
}

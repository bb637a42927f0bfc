using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Lambda.Local.ObjectStore.Files;
using Microsoft.AspNetCore.Http;

namespace Lambda.Local.ObjectStore.Operations;

/// <summary>GET /bucket?list-type=2: one page of keys in S3's order, which is that of their UTF-8 bytes.</summary>
internal sealed class ListObjects(ObjectFolder objects, string bucket)
{
    public static readonly string[] Understood =
        ["list-type", "prefix", "max-keys", "continuation-token", "start-after", "encoding-type", "fetch-owner"];

    private const int MaxKeys = 1000;

    public async Task<S3Error?> AnswerAsync(HttpContext context, QueryParameters query)
    {
        if (query["list-type"] != "2")
            return S3Error.NotImplemented("A list other than ListObjectsV2");
        if (!TryLimit(query["max-keys"], out var limit))
            return S3Error.InvalidArgument("max-keys must be an integer between 0 and 2147483647");
        if (!TryAfter(query, out var after))
            return S3Error.InvalidArgument("The continuation token provided is incorrect");

        var prefix = query["prefix"] ?? "";
        var keys = objects.List(prefix, after).Take(limit + 1).ToList();
        var page = keys.Take(limit).ToList();
        var more = limit > 0 && keys.Count > limit;

        Func<string, string> spell = query["encoding-type"] == "url" ? key => UriText.Encode(key, true) : key => key;
        await S3Xml.WriteAsync(context, new XElement(
            S3Xml.Namespace + "ListBucketResult",
            S3Xml.Element("Name", bucket),
            S3Xml.Element("Prefix", spell(prefix)),
            S3Xml.Element("KeyCount", page.Count),
            S3Xml.Element("MaxKeys", limit),
            S3Xml.Element("IsTruncated", more),
            query["encoding-type"] is { } encoding ? S3Xml.Element("EncodingType", encoding) : null,
            query["continuation-token"] is { } token ? S3Xml.Element("ContinuationToken", token) : null,
            more ? S3Xml.Element("NextContinuationToken", Token(page[^1])) : null,
            page.Select(key => Contents(key, spell))));
        return null;
    }

    // Null for what was deleted since it was listed.
    private XElement? Contents(string key, Func<string, string> spell)
    {
        using var found = objects.Find(key);
        return found is null ? null : new XElement(
            S3Xml.Namespace + "Contents",
            S3Xml.Element("Key", spell(key)),
            S3Xml.Element("LastModified", S3Xml.Time(found.Facts.StoredAt)),
            S3Xml.Element("ETag", $"\"{found.Facts.ETag}\""),
            S3Xml.Element("Size", found.Facts.Length),
            S3Xml.Element("StorageClass", "STANDARD"));
    }

    private static bool TryLimit(string? text, out int limit)
    {
        limit = MaxKeys;
        if (text is null)
            return true;
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var asked))
            return false;

        limit = Math.Min(asked, MaxKeys);
        return true;
    }

    // A page continues behind its last key, whether or not that object still exists.
    private static string Token(string key) => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(key));

    private static bool TryAfter(QueryParameters query, out string after)
    {
        after = query["start-after"] ?? "";
        if (query["continuation-token"] is not { } token)
            return true;
        if (token.Length is 0 || token.Length % 2 != 0 || !token.All(char.IsAsciiHexDigit))
            return false;

        after = Encoding.UTF8.GetString(Convert.FromHexString(token));
        return true;
    }
}

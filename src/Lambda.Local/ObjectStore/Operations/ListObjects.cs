using System.Xml.Linq;
using Lambda.Local.ObjectStore.Files;

namespace Lambda.Local.ObjectStore.Operations;

/// <summary>GET /bucket, in the first version and, with <c>list-type=2</c>, in the second: one page of keys.</summary>
internal sealed class ListObjects(ObjectFolder objects, string bucket)
{
    public static readonly string[] FirstParameters = ["prefix", "delimiter", "max-keys", "encoding-type", "marker"];

    public static readonly string[] SecondParameters =
    [
        "list-type", "prefix", "delimiter", "max-keys", "encoding-type", "continuation-token", "start-after",
        "fetch-owner",
    ];

    public Task<S3Error?> AnswerFirstAsync(S3Request request)
    {
        var marker = request.Query["marker"] ?? "";
        var (prefix, delimiter) = (request.Query["prefix"] ?? "", request.Query["delimiter"]);

        // A common prefix given as marker stands for all that it was the beginning of.
        var entry = marker.StartsWith(prefix, StringComparison.Ordinal)
            ? ListPage.EntryOf(marker, prefix, delimiter)
            : new ListEntry(marker, false);
        var after = entry.Text == marker ? entry.End : KeyPosition.Behind(marker);

        return AnswerAsync(request, after, withOwner: true, (page, spell) =>
        [
            S3Xml.Element("Marker", spell(marker)),
            page.Next is not null && delimiter is not null
                ? S3Xml.Element("NextMarker", spell(page.Entries[^1].Text))
                : null,
        ]);
    }

    public async Task<S3Error?> AnswerSecondAsync(S3Request request)
    {
        var query = request.Query;
        if (query["list-type"] != "2")
            return S3Error.InvalidArgument("Invalid List Type specified in Request");

        var after = KeyPosition.Behind(query["start-after"] ?? "");
        if (query["continuation-token"] is { } given && !KeyPosition.TryRead(given, out after))
            return S3Error.InvalidArgument("The continuation token provided is incorrect");

        return await AnswerAsync(request, after, query["fetch-owner"] is "true", (page, spell) =>
        [
            S3Xml.Element("KeyCount", page.Entries.Count),
            query["start-after"] is { } start ? S3Xml.Element("StartAfter", spell(start)) : null,
            query["continuation-token"] is { } token ? S3Xml.Element("ContinuationToken", token) : null,
            page.Next is { } next ? S3Xml.Element("NextContinuationToken", next.Text) : null,
        ]);
    }

    private async Task<S3Error?> AnswerAsync(
        S3Request request,
        KeyPosition after,
        bool withOwner,
        Func<ListPage, Func<string, string>, XElement?[]> position)
    {
        var query = request.Query;
        if (ListPage.ReadLimit(query, "max-keys", out var limit) is { } badLimit)
            return badLimit;
        if (query["encoding-type"] is not (null or "url"))
            return S3Error.InvalidArgument("Invalid Encoding Method specified in Request");

        Func<string, string> spell = query["encoding-type"] is null ? key => key : key => UriText.Encode(key, true);
        var (prefix, delimiter) = (query["prefix"] ?? "", query["delimiter"]);
        var page = ListPage.Of(objects, prefix, delimiter, after, limit);

        await S3Xml.WriteAsync(request.Context, S3Xml.Parent(
            "ListBucketResult",
            S3Xml.Element("Name", bucket),
            S3Xml.Element("Prefix", spell(prefix)),
            delimiter is null ? null : S3Xml.Element("Delimiter", spell(delimiter)),
            S3Xml.Element("MaxKeys", limit),
            query["encoding-type"] is { } encoding ? S3Xml.Element("EncodingType", encoding) : null,
            S3Xml.Element("IsTruncated", page.Next is not null),
            position(page, spell),
            page.Entries.Where(entry => !entry.IsCommonPrefix).Select(entry => Contents(entry.Text, spell, withOwner)),
            page.Entries.Where(entry => entry.IsCommonPrefix).Select(entry =>
                S3Xml.Parent("CommonPrefixes", S3Xml.Element("Prefix", spell(entry.Text))))));
        return null;
    }

    // Null for what was deleted since it was listed.
    private XElement? Contents(string key, Func<string, string> spell, bool withOwner)
    {
        using var found = objects.Find(key);
        return found is null ? null : S3Xml.Parent(
            "Contents",
            S3Xml.Element("Key", spell(key)),
            S3Xml.Element("LastModified", S3Xml.Time(found.Facts.StoredAt)),
            S3Xml.Element("ETag", $"\"{found.Facts.ETag}\""),
            S3Xml.Element("ChecksumAlgorithm", found.Facts.Checksum.Algorithm),
            S3Xml.Element("ChecksumType", found.Facts.Checksum.Type),
            withOwner ? S3Xml.Owner("Owner") : null,
            S3Xml.Element("Size", found.Facts.Length),
            S3Xml.Element("StorageClass", "STANDARD"));
    }
}

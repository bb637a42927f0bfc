using Lambda.Local.ObjectStore.Files;
using Lambda.Local.ObjectStore.Uploads;

namespace Lambda.Local.ObjectStore.Operations;

/// <summary>GET /bucket?uploads (ListMultipartUploads): the uploads that are neither completed nor aborted.</summary>
internal sealed class ListUploads(UploadFolder uploads, string bucket)
{
    public static readonly string[] Parameters =
        ["uploads", "prefix", "key-marker", "upload-id-marker", "max-uploads", "encoding-type"];

    public async Task<S3Error?> AnswerAsync(S3Request request)
    {
        var query = request.Query;
        if (ListPage.ReadLimit(query, "max-uploads", out var limit) is { } badLimit)
            return badLimit;

        Func<string, string> spell = query["encoding-type"] is "url" ? key => UriText.Encode(key, true) : key => key;
        var (prefix, key, id) = (query["prefix"] ?? "", query["key-marker"] ?? "", query["upload-id-marker"] ?? "");
        var rest = Behind(key, id).Where(upload => upload.Key.StartsWith(prefix, StringComparison.Ordinal)).ToList();
        var page = rest.Take(limit).ToList();
        var more = page.Count < rest.Count && limit > 0;
        await S3Xml.WriteAsync(request.Context, S3Xml.Parent(
            "ListMultipartUploadsResult",
            S3Xml.Element("Bucket", bucket),
            S3Xml.Element("KeyMarker", spell(key)),
            S3Xml.Element("UploadIdMarker", id),
            more ? S3Xml.Element("NextKeyMarker", spell(page[^1].Key)) : null,
            more ? S3Xml.Element("NextUploadIdMarker", page[^1].Id) : null,
            S3Xml.Element("Prefix", spell(prefix)),
            query["encoding-type"] is { } encoding ? S3Xml.Element("EncodingType", encoding) : null,
            S3Xml.Element("MaxUploads", limit),
            S3Xml.Element("IsTruncated", more),
            page.Select(upload => S3Xml.Parent(
                "Upload",
                S3Xml.Element("Key", spell(upload.Key)),
                S3Xml.Element("UploadId", upload.Id),
                S3Xml.Owner("Initiator"),
                S3Xml.Owner("Owner"),
                S3Xml.Element("StorageClass", "STANDARD"),
                S3Xml.Element("Initiated", S3Xml.Time(upload.StartedAt)),
                S3Xml.Element("ChecksumAlgorithm", upload.Algorithm),
                S3Xml.Element("ChecksumType", upload.ChecksumType)))));
        return null;
    }

    // Behind one upload where both are given, else behind all of the key.
    private IEnumerable<Upload> Behind(string key, string id)
    {
        var all = uploads.List();
        if (key is "")
            return all;

        var marked = all.ToList().FindIndex(upload => upload.Key == key && upload.Id == id);
        var position = ObjectPath.Hex(key);
        return marked >= 0
            ? all.Skip(marked + 1)
            : all.Where(upload => string.CompareOrdinal(ObjectPath.Hex(upload.Key), position) > 0);
    }
}

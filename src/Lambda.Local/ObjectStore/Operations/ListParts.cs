using System.Globalization;
using Lambda.Local.ObjectStore.Uploads;

namespace Lambda.Local.ObjectStore.Operations;

/// <summary>GET /bucket/key?uploadId: what has been sent of an upload so far, by part number.</summary>
internal sealed class ListParts(UploadFolder uploads, string bucket)
{
    public static readonly string[] Parameters = ["uploadId", "max-parts", "part-number-marker", "encoding-type"];

    public async Task<S3Error?> AnswerAsync(S3Request request)
    {
        if (uploads.Find(request.Query["uploadId"], request.Key) is not { } upload)
            return S3Error.NoSuchUpload;
        if (ListPage.ReadLimit(request.Query, "max-parts", out var limit) is { } badLimit)
            return badLimit;
        var marker = request.Query["part-number-marker"] ?? "0";
        if (!int.TryParse(marker, NumberStyles.None, CultureInfo.InvariantCulture, out var after))
            return S3Error.InvalidArgument("Provided part-number-marker not an integer or within integer range");

        var rest = uploads.Parts(upload).Where(part => part.Key > after).ToList();
        var page = rest.Take(limit).ToList();
        await S3Xml.WriteAsync(request.Context, S3Xml.Parent(
            "ListPartsResult",
            S3Xml.Element("Bucket", bucket),
            S3Xml.Element("Key", upload.Key),
            S3Xml.Element("UploadId", upload.Id),
            S3Xml.Element("PartNumberMarker", after),
            S3Xml.Element("NextPartNumberMarker", page.LastOrDefault().Key),
            S3Xml.Element("MaxParts", limit),
            S3Xml.Element("IsTruncated", page.Count < rest.Count && limit > 0),
            S3Xml.Owner("Initiator"),
            S3Xml.Owner("Owner"),
            S3Xml.Element("StorageClass", "STANDARD"),
            S3Xml.Element("ChecksumAlgorithm", upload.Algorithm),
            S3Xml.Element("ChecksumType", upload.ChecksumType),
            page.Select(part => S3Xml.Parent(
                "Part",
                S3Xml.Element("PartNumber", part.Key),
                S3Xml.Element("LastModified", S3Xml.Time(part.Value.StoredAt)),
                S3Xml.Element("ETag", $"\"{part.Value.ETag}\""),
                S3Xml.Element("Size", part.Value.Length),
                S3Xml.Checksum(part.Value.Checksum)))));
        return null;
    }
}

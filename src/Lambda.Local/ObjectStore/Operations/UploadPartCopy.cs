using System.Globalization;
using System.Xml.Linq;
using Lambda.Local.ObjectStore.Files;
using Lambda.Local.ObjectStore.Payloads;
using Lambda.Local.ObjectStore.Uploads;

namespace Lambda.Local.ObjectStore.Operations;

/// <summary>
/// PUT /bucket/key?partNumber&amp;uploadId with <c>x-amz-copy-source</c>: a part out of what is already stored.
/// </summary>
internal sealed class UploadPartCopy(ObjectFolder objects, UploadFolder uploads, string bucket, TimeProvider clock)
{
    public static readonly string[] Headers = [.. CopySource.Headers, RangeHeader];

    private const string RangeHeader = "x-amz-copy-source-range";

    private static readonly Dictionary<string, string> Nothing = [];

    public async Task<S3Error?> AnswerAsync(S3Request request)
    {
        if (!PartNumber.TryRead(request.Query["partNumber"], out var number))
            return S3Error.InvalidArgument(PartNumber.Rule);
        if (uploads.Find(request.Query["uploadId"], request.Key) is not { } upload)
            return S3Error.NoSuchUpload;
        if (CopySource.Open(request, objects, bucket, out var source) is { } unfit)
            return unfit;

        using var open = source!;
        if (ReadRange(request.Header(RangeHeader), open.Facts.Length, out var range) is { } badRange)
            return badRange;

        return await LateAnswer.GiveAsync(request, CopyAsync(request, open, range, upload, number), clock);
    }

    private async Task<(S3Error? Error, XElement? Answer)> CopyAsync(
        S3Request request, StoredObject source, ByteRange range, Upload upload, int number)
    {
        await using var draft = objects.Receive(upload.Checksum);
        await source.CopyToAsync(draft.AppendAsync, range.From, range.Count, request.Ct);
        var facts = ObjectFacts.Of(upload.Key, draft.Finish(), clock.GetUtcNow(), Nothing, Nothing);
        if (await uploads.AddPartAsync(upload, number, draft, facts, CancellationToken.None) is { } lost)
            return (lost, null);

        return (null, S3Xml.Parent(
            "CopyPartResult",
            S3Xml.Element("LastModified", S3Xml.Time(facts.StoredAt)),
            S3Xml.Element("ETag", $"\"{facts.ETag}\""),
            S3Xml.Checksum(facts.Checksum)));
    }

    // Unlike a GET, a copy wants both ends, and both within the source.
    private static S3Error? ReadRange(string? header, long length, out ByteRange range)
    {
        range = new ByteRange(0, length);
        if (header is not null)
        {
            if (ByteRange.Of(header, long.MaxValue) is not { } asked || header.EndsWith('-') || header.Contains("=-"))
            {
                return S3Error.InvalidArgument(
                    "The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are "
                    + "the zero-based offsets of the first and last bytes to copy");
            }

            if (asked.From + asked.Count > length)
            {
                return S3Error.InvalidArgument(string.Create(
                    CultureInfo.InvariantCulture, $"Range specified is not valid for source object of size: {length}"));
            }

            range = asked;
        }

        return range.Count > Payload.MaxBytes ? S3Error.EntityTooLarge : null;
    }
}

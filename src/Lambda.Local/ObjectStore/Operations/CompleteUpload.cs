using System.Globalization;
using System.Security.Cryptography;
using System.Xml.Linq;
using Lambda.Local.ObjectStore.Changes;
using Lambda.Local.ObjectStore.Checksums;
using Lambda.Local.ObjectStore.Files;
using Lambda.Local.ObjectStore.Payloads;
using Lambda.Local.ObjectStore.Uploads;

namespace Lambda.Local.ObjectStore.Operations;

/// <summary>POST /bucket/key?uploadId (CompleteMultipartUpload): 200 once the parts are one object.</summary>
internal sealed class CompleteUpload(
    ObjectFolder objects, WatchedFolder changes, UploadFolder uploads, string bucket, TimeProvider clock)
{
    public static readonly string[] Headers = [.. Operation.PayloadHeaders, SizeHeader];

    private const string SizeHeader = "x-amz-mp-object-size";
    private const string TypeHeader = ChecksumAlgorithm.HeaderPrefix + "type";

    public async Task<S3Error?> AnswerAsync(S3Request request)
    {
        if (WriteConditions.Read(request.Headers, out var condition) is { } badCondition)
            return badCondition;
        if (uploads.Find(request.Query["uploadId"], request.Key) is not { } upload)
            return S3Error.NoSuchUpload;

        // A checksum in the headers of this request is the object's, not that of the list in its body.
        var payload = await XmlPayload.ReadAsync(request, "CompleteMultipartUpload", checksumIsOfBody: false);
        if (payload.Error is { } unreadable)
            return unreadable;
        if (NamedPart.ReadAll(payload.Root!, out var wanted) is { } badList)
            return badList;

        using var claim = uploads.Claim(upload);
        if (claim is null)
            return S3Error.Conflict;
        if (uploads.Find(upload.Id, upload.Key) is null)
            return S3Error.NoSuchUpload;

        var stored = uploads.Parts(upload);
        if (NamedPart.Objection(upload, wanted, stored) is { } objection)
            return objection;

        var parts = wanted.ConvertAll(part => (part.Number, Facts: stored[part.Number]));
        if (request.Header(SizeHeader) is { } size
            && size != parts.Sum(part => part.Facts.Length).ToString(CultureInfo.InvariantCulture))
        {
            return S3Error.InvalidRequest(
                "The provided 'x-amz-mp-object-size' header does not match what was computed.");
        }

        return await LateAnswer.GiveAsync(request, JoinAsync(request, upload, parts, condition), clock);
    }

    private async Task<(S3Error? Error, XElement? Answer)> JoinAsync(
        S3Request request, Upload upload, List<(int Number, ObjectFacts Facts)> parts, WriteCondition condition)
    {
        await using var draft = objects.Receive(upload.Checksum, isJoined: true);
        foreach (var (number, _) in parts)
        {
            using var part = uploads.OpenPart(upload, number);
            await part.CopyAllToAsync(draft.AppendAsync, request.Ct);
        }

        var digests = draft.Finish();
        var facts = ObjectFacts.Of(upload.Key, digests, clock.GetUtcNow(), upload.Headers, upload.Tags) with
        {
            ETag = ETagOf(parts),
            Checksum = upload.ChecksumType == Checksum.Composite ? CompositeOf(upload, parts) : digests.Checksum,
            Parts = [.. parts.Select(part => part.Facts.Length)],
        };
        if (Contradicts(request, facts.Checksum) is { } wrong)
            return (wrong, null);
        if (await changes.PublishAsync(request, draft, facts, condition, "CompleteMultipartUpload") is { } unmet)
            return (unmet, null);

        uploads.Remove(upload);
        return (null, S3Xml.Parent(
            "CompleteMultipartUploadResult",
            S3Xml.Element("Location", $"http://{request.Context.Request.Host}{RequestTarget.RawPath(request.Context)}"),
            S3Xml.Element("Bucket", bucket),
            S3Xml.Element("Key", upload.Key),
            S3Xml.Element("ETag", $"\"{facts.ETag}\""),
            S3Xml.Checksum(facts.Checksum),
            S3Xml.Element("ChecksumType", facts.Checksum.Type)));
    }

    private static string ETagOf(List<(int Number, ObjectFacts Facts)> parts)
    {
        byte[] tags = [.. parts.SelectMany(part => Convert.FromHexString(part.Facts.ETag))];
        var hash = CryptographicOperations.HashData(HashAlgorithmName.MD5, tags);
        return $"{Convert.ToHexStringLower(hash)}-{parts.Count}";
    }

    private static Checksum CompositeOf(Upload upload, List<(int Number, ObjectFacts Facts)> parts)
    {
        byte[] values = [.. parts.SelectMany(part => Convert.FromBase64String(part.Facts.Checksum.Value))];
        var value = Convert.ToBase64String(upload.Checksum.Of(values));
        return new Checksum(upload.Algorithm, $"{value}-{parts.Count}", Checksum.Composite);
    }

    private static S3Error? Contradicts(S3Request request, Checksum checksum)
    {
        if (request.Header(TypeHeader) is { } type && type != checksum.Type)
            return S3Error.InvalidRequest("The checksum type is not the one that the upload was created with.");

        var stated = ChecksumAlgorithm.All.Where(algorithm => request.Header(algorithm.Header) is not null).ToList();
        return stated.Find(algorithm =>
            algorithm.Name != checksum.Algorithm || request.Header(algorithm.Header) != checksum.Value) is { } wrong
            ? S3Error.BadChecksum(wrong)
            : null;
    }
}

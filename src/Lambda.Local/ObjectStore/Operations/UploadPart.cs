using Lambda.Local.ObjectStore.Checksums;
using Lambda.Local.ObjectStore.Files;
using Lambda.Local.ObjectStore.Payloads;
using Lambda.Local.ObjectStore.Uploads;

namespace Lambda.Local.ObjectStore.Operations;

/// <summary>PUT /bucket/key?partNumber&amp;uploadId: 200 once the part is verified and on the disk.</summary>
internal sealed class UploadPart(ObjectFolder objects, UploadFolder uploads, TimeProvider clock)
{
    public static readonly string[] Parameters = ["partNumber", "uploadId"];

    private static readonly Dictionary<string, string> Nothing = [];

    public async Task<S3Error?> AnswerAsync(S3Request request)
    {
        if (!PartNumber.TryRead(request.Query["partNumber"], out var number))
            return S3Error.InvalidArgument(PartNumber.Rule);
        if (uploads.Find(request.Query["uploadId"], request.Key) is not { } upload)
            return S3Error.NoSuchUpload;
        if (Payload.Read(request, Payload.MaxBytes, out var payload) is { } badPayload)
            return badPayload;
        if (Unfitting(upload, payload!.Algorithm) is { } unfitting)
            return unfitting;

        await using var draft = objects.Receive(upload.Chosen ? upload.Checksum : payload.Algorithm ?? upload.Checksum);
        if (await payload.CopyToAsync(draft.AppendAsync, request.Ct) is { } refused)
            return refused;
        var digests = draft.Finish();
        if (payload.Contradicts(digests) is { } wrong)
            return wrong;

        var facts = ObjectFacts.Of(upload.Key, digests, clock.GetUtcNow(), Nothing, Nothing);
        if (await uploads.AddPartAsync(upload, number, draft, facts, CancellationToken.None) is { } lost)
            return lost;

        request.Response.Headers.ETag = $"\"{facts.ETag}\"";
        request.Response.Headers[facts.Checksum.Header] = facts.Checksum.Value;
        return null;
    }

    // A checksum of another kind could be verified, but not become part of the one that was chosen for the object.
    private static S3Error? Unfitting(Upload upload, ChecksumAlgorithm? stated) =>
        upload.Chosen && stated != upload.Checksum && (stated is not null || upload.ChecksumType == Checksum.Composite)
            ? S3Error.InvalidRequest(
                $"Checksum Type mismatch occurred, expected checksum Type: {upload.Algorithm.ToLowerInvariant()}, "
                + $"actual checksum Type: {stated?.Name.ToLowerInvariant() ?? "null"}")
            : null;
}

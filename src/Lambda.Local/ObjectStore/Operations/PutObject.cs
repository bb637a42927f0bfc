using Lambda.Local.ObjectStore.Changes;
using Lambda.Local.ObjectStore.Checksums;
using Lambda.Local.ObjectStore.Files;
using Lambda.Local.ObjectStore.Payloads;

namespace Lambda.Local.ObjectStore.Operations;

/// <summary>
/// PUT /bucket/key: 200 once the bytes are verified, complete and on the disk; nothing is kept otherwise.
/// </summary>
internal sealed class PutObject(ObjectFolder objects, WatchedFolder changes, TimeProvider clock)
{
    public static readonly string[] Headers = [.. Operation.PayloadHeaders, .. ObjectAttributes.Understood];

    public async Task<S3Error?> AnswerAsync(S3Request request)
    {
        if (ObjectAttributes.Read(request.Headers, out var attributes) is { } badAttributes)
            return badAttributes;
        if (WriteConditions.Read(request.Headers, out var condition) is { } badCondition)
            return badCondition;
        if (Payload.Read(request, Payload.MaxBytes, out var payload) is { } badPayload)
            return badPayload;

        await using var draft = objects.Receive(payload!.Algorithm ?? ChecksumAlgorithm.Crc64Nvme);
        if (await payload.CopyToAsync(draft.AppendAsync, request.Ct) is { } refused)
            return refused;
        var digests = draft.Finish();
        if (payload.Contradicts(digests) is { } wrong)
            return wrong;

        // From here on the client may hang up: what was sent whole is stored whole.
        var facts = ObjectFacts.Of(request.Key, digests, clock.GetUtcNow(), attributes.Headers, attributes.Tags);
        if (await changes.PublishAsync(request, draft, facts, condition, "Put") is { } unmet)
            return unmet;

        request.Response.Headers.ETag = $"\"{facts.ETag}\"";
        facts.Checksum.WriteTo(request.Response.Headers);
        return null;
    }
}

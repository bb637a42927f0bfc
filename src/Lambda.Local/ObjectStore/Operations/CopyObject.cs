using System.Xml.Linq;
using Lambda.Local.ObjectStore.Changes;
using Lambda.Local.ObjectStore.Checksums;
using Lambda.Local.ObjectStore.Files;

namespace Lambda.Local.ObjectStore.Operations;

/// <summary>PUT /bucket/key with <c>x-amz-copy-source</c>: 200 once the copy is whole and on the disk.</summary>
internal sealed class CopyObject(
    ObjectFolder objects, WatchedFolder changes, string bucket, TimeProvider clock)
{
    public static readonly string[] Headers =
    [
        .. CopySource.Headers, .. ObjectAttributes.Understood, AttributesDirective, TagsDirective, AlgorithmHeader,
    ];

    private const string AttributesDirective = "x-amz-metadata-directive";
    private const string TagsDirective = "x-amz-tagging-directive";
    private const string AlgorithmHeader = ChecksumAlgorithm.HeaderPrefix + "algorithm";

    public async Task<S3Error?> AnswerAsync(S3Request request)
    {
        if (ObjectAttributes.Read(request.Headers, out var given) is { } badAttributes)
            return badAttributes;
        if (WriteConditions.Read(request.Headers, out var condition) is { } badCondition)
            return badCondition;
        if (!TryReplaces(request, AttributesDirective, out var newHeaders)
            || !TryReplaces(request, TagsDirective, out var newTags))
        {
            return S3Error.InvalidArgument("Unknown metadata directive.");
        }

        if (CopySource.Open(request, objects, bucket, out var source) is { } unfit)
            return unfit;
        using var open = source!;
        if (open.Facts.Key == request.Key && !newHeaders)
        {
            return S3Error.InvalidRequest(
                "This copy request is illegal because it is trying to copy an object to itself without changing the "
                + "object's metadata, storage class, website redirect location or encryption attributes.");
        }

        var kept = ObjectAttributes.Of(open.Facts);
        var attributes = new ObjectAttributes(
            newHeaders ? given.Headers : kept.Headers, newTags ? given.Tags : kept.Tags);
        var name = request.Header(AlgorithmHeader) ?? open.Facts.Checksum.Algorithm;
        return ChecksumAlgorithm.Find(name) is { } algorithm
            ? await LateAnswer.GiveAsync(request, CopyAsync(request, open, algorithm, attributes, condition), clock)
            : S3Error.InvalidRequest("Checksum algorithm provided is unsupported.");
    }

    private async Task<(S3Error? Error, XElement? Answer)> CopyAsync(
        S3Request request,
        StoredObject source,
        ChecksumAlgorithm algorithm,
        ObjectAttributes attributes,
        WriteCondition condition)
    {
        await using var draft = objects.Receive(algorithm);
        await source.CopyAllToAsync(draft.AppendAsync, request.Ct);
        var facts = ObjectFacts.Of(
            request.Key, draft.Finish(), clock.GetUtcNow(), attributes.Headers, attributes.Tags);
        if (await changes.PublishAsync(request, draft, facts, condition, "Copy") is { } unmet)
            return (unmet, null);

        return (null, S3Xml.Parent(
            "CopyObjectResult",
            S3Xml.Element("LastModified", S3Xml.Time(facts.StoredAt)),
            S3Xml.Element("ETag", $"\"{facts.ETag}\""),
            S3Xml.Checksum(facts.Checksum),
            S3Xml.Element("ChecksumType", facts.Checksum.Type)));
    }

    private static bool TryReplaces(S3Request request, string directive, out bool replaces)
    {
        var word = request.Header(directive);
        replaces = word is "REPLACE";
        return word is null or "COPY" or "REPLACE";
    }
}

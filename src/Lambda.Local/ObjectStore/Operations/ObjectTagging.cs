using Lambda.Local.ObjectStore.Checksums;
using Lambda.Local.ObjectStore.Files;
using Lambda.Local.ObjectStore.Payloads;
using Microsoft.AspNetCore.Http;

namespace Lambda.Local.ObjectStore.Operations;

/// <summary>GET, PUT and DELETE /bucket/key?tagging: 200 or 204, or 404 where there is no object.</summary>
/// <remarks>
/// Facts lie in the object's file, so new tags mean a new file: it takes the old one's place whole, or not at all.
/// </remarks>
internal sealed class ObjectTagging(ObjectFolder objects)
{
    public async Task<S3Error?> ReadAsync(S3Request request)
    {
        using var found = objects.Find(request.Key);
        if (found is null)
            return S3Error.NoSuchKey;

        await S3Xml.WriteAsync(request.Context, TagSet.Xml(found.Facts.Tags));
        return null;
    }

    public async Task<S3Error?> ReplaceAsync(S3Request request)
    {
        var payload = await XmlPayload.ReadAsync(request, "Tagging");
        return payload.Error
            ?? TagSet.ReadXml(payload.Root!, out var tags)
            ?? await SetAsync(request.Key, tags, request.Ct);
    }

    public async Task<S3Error?> RemoveAsync(S3Request request)
    {
        request.Response.StatusCode = StatusCodes.Status204NoContent;
        return await SetAsync(request.Key, TagSet.None, request.Ct);
    }

    private async Task<S3Error?> SetAsync(string key, IReadOnlyDictionary<string, string> tags, CancellationToken ct)
    {
        while (true)
        {
            using var found = objects.Find(key);
            if (found is null)
                return S3Error.NoSuchKey;

            await using var draft = objects.Receive(ChecksumAlgorithm.Sha256);
            await found.CopyAllToAsync(draft.AppendAsync, ct);

            // Another object may have taken the key meanwhile: the tags are for whichever is there at the end.
            var error = await objects.PublishAsync(
                draft, found.Facts with { Tags = tags }, WriteCondition.OnlyIfSame(found.Facts), ct);
            if (error != S3Error.Conflict)
                return error;
        }
    }
}

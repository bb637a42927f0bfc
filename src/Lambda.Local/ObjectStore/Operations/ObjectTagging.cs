using Lambda.Local.ObjectStore.Files;
using Lambda.Local.ObjectStore.Payloads;
using Microsoft.AspNetCore.Http;

namespace Lambda.Local.ObjectStore.Operations;

/// <summary>GET, PUT and DELETE /bucket/key?tagging: 200 or 204, or 404 where there is no object.</summary>
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
            ?? await objects.TagAsync(request.Key, tags, request.Ct);
    }

    public async Task<S3Error?> RemoveAsync(S3Request request)
    {
        request.Response.StatusCode = StatusCodes.Status204NoContent;
        return await objects.TagAsync(request.Key, TagSet.None, request.Ct);
    }
}

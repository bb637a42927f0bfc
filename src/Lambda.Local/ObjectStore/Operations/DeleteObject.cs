using Lambda.Local.ObjectStore.Changes;
using Microsoft.AspNetCore.Http;

namespace Lambda.Local.ObjectStore.Operations;

/// <summary>DELETE /bucket/key: 204, also when there was nothing.</summary>
internal sealed class DeleteObject(WatchedFolder changes)
{
    public async Task<S3Error?> AnswerAsync(S3Request request)
    {
        request.Response.StatusCode = StatusCodes.Status204NoContent;
        return WriteConditions.Read(request.Headers, out var condition)
            ?? await changes.RemoveAsync(request, request.Key, condition);
    }
}

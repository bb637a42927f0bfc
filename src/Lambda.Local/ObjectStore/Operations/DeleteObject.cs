using Lambda.Local.ObjectStore.Files;
using Microsoft.AspNetCore.Http;

namespace Lambda.Local.ObjectStore.Operations;

/// <summary>DELETE /bucket/key: 204, also when there was nothing.</summary>
internal sealed class DeleteObject(ObjectFolder objects)
{
    public Task<S3Error?> AnswerAsync(S3Request request)
    {
        var error = WriteConditions.Read(request.Headers, out var condition) ?? objects.Remove(request.Key, condition);
        request.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.FromResult(error);
    }
}

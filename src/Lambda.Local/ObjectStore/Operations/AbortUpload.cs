using Lambda.Local.ObjectStore.Uploads;
using Microsoft.AspNetCore.Http;

namespace Lambda.Local.ObjectStore.Operations;

/// <summary>DELETE /bucket/key?uploadId (AbortMultipartUpload): 204, and its parts are gone.</summary>
internal sealed class AbortUpload(UploadFolder uploads)
{
    public Task<S3Error?> AnswerAsync(S3Request request) => Task.FromResult(Abort(request));

    private S3Error? Abort(S3Request request)
    {
        if (uploads.Find(request.Query["uploadId"], request.Key) is not { } upload)
            return S3Error.NoSuchUpload;

        using var claim = uploads.Claim(upload);
        if (claim is null)
            return S3Error.Conflict;

        uploads.Remove(upload);
        request.Response.StatusCode = StatusCodes.Status204NoContent;
        return null;
    }
}

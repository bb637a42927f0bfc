using Microsoft.AspNetCore.Http;

namespace Lambda.Local.HttpApi;

/// <summary>Reads a request's body whole, into pooled memory.</summary>
internal static class RequestBody
{
    private const int UsualSize = 4096;

    /// <returns>Null when the body is longer than <see cref="RequestSize.MaxBody"/>.</returns>
    public static async ValueTask<PooledBuffer?> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength > RequestSize.MaxBody)
            return null;

        AskingClient.Tell(request.HttpContext);
        var buffer = new PooledBuffer((int)(request.ContentLength ?? UsualSize) + 1);
        while (await request.Body.ReadAsync(buffer.GetMemory(), request.HttpContext.RequestAborted)
            is var count and > 0)
        {
            buffer.Advance(count);
            if (buffer.Length > RequestSize.MaxBody)
            {
                buffer.Dispose();
                return null;
            }
        }

        return buffer;
    }

    /// <summary>Whether the request line and headers announce a body.</summary>
    public static bool IsExpected(HttpRequest request) =>
        request.ContentLength is > 0 || request.Headers.TransferEncoding.Count > 0;
}

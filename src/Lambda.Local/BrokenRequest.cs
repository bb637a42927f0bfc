using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;

namespace Lambda.Local;

/// <summary>Requests whose body cannot be read to its end: no fault of this program, and nothing for its log.</summary>
internal static class BrokenRequest
{
    /// <summary>Whether the client hung up, so that nobody is left to be told.</summary>
    public static bool IsAbandoned(HttpContext context, Exception cause)
    {
        var isGone = cause is ConnectionResetException or ConnectionAbortedException
            || (cause is OperationCanceledException && context.RequestAborted.IsCancellationRequested);
        // Said at once: otherwise the server would try to read what is left of the body, and complain.
        if (isGone)
            context.Abort();
        return isGone;
    }

    /// <summary>For answers that read bodies without looking at how they end.</summary>
    public static async Task WatchAsync(HttpContext context, Task answering)
    {
        try
        {
            await answering;
        }
        catch (BadHttpRequestException broken) when (!context.Response.HasStarted)
        {
            context.Response.StatusCode = broken.StatusCode;
            context.Response.ContentLength = 0;
            context.Response.Headers.Connection = "close";
        }
        catch (Exception cause) when (IsAbandoned(context, cause))
        {
        }
    }
}

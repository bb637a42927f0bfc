using Microsoft.AspNetCore.Http;

namespace Lambda.Local;

/// <summary>Finds requests that say in two ways where they end.</summary>
/// <remarks>
/// The server takes the transfer coding and sets the length aside. Whoever stands before it may have chosen the other
/// one, so that a request hides in what he took for a body: such requests are refused, and their connection ends.
/// </remarks>
internal static class Framing
{
    // Where the server keeps the length that it did not follow.
    private const string LengthSetAside = "X-Content-Length";

    public static bool IsAmbiguous(HttpRequest request) =>
        request.Headers.TransferEncoding.Count > 0 && request.Headers.ContainsKey(LengthSetAside);

    public static Task Refuse(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.ContentLength = 0;
        context.Response.Headers.Connection = "close";
        return Task.CompletedTask;
    }
}

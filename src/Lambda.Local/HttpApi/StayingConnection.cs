using Microsoft.AspNetCore.Http;

namespace Lambda.Local.HttpApi;

/// <summary>
/// The real gateway says over HTTP/1.1 that a connection stays; the server by itself says only when one does not.
/// </summary>
internal static class StayingConnection
{
    private const string Stays = "keep-alive";

    public static void Mark(HttpContext context)
    {
        var request = context.Request;
        if (HttpProtocol.IsHttp11(request.Protocol) && !AsksToClose(request.Headers))
            context.Response.Headers.Connection = Stays;
    }

    private static bool AsksToClose(IHeaderDictionary headers)
    {
        var lines = headers.Connection;
        return lines.Count > 0 && lines.ToString().Contains("close", StringComparison.OrdinalIgnoreCase);
    }
}

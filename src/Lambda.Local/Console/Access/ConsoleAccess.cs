using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Lambda.Local.Console.Access;

/// <summary>
/// Who may use the console: programs of this machine, and of the web pages none but the console's own.
/// </summary>
/// <remarks>
/// It can do harm and asks for no password, so three doors are shut: connections from elsewhere; names that a
/// stranger's DNS points here (the <c>Host</c>); and pages of other origins, to which a browser lends its way into
/// this machine.
/// </remarks>
internal static class ConsoleAccess
{
    // Whatever came through a proxy or a tunnel is somebody else's, although its last step is on this machine.
    private static readonly string[] Forwarded = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "Via"];

    /// <returns>Null where the request is let in.</returns>
    public static ConsoleRefusal? Examine(HttpContext context)
    {
        var request = context.Request;
        if (context.Connection.RemoteIpAddress is not { } address || !IPAddress.IsLoopback(address))
            return new(StatusCodes.Status403Forbidden, "The console answers this machine alone.");
        if (Forwarded.Any(request.Headers.ContainsKey))
            return new(StatusCodes.Status403Forbidden, "The console answers no proxy; open it on this machine.");
        if (!IsOwnHost(request.Host, context.Connection.LocalPort))
        {
            return new(
                StatusCodes.Status421MisdirectedRequest,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The console is at http://localhost:{context.Connection.LocalPort}/_local and nowhere else."));
        }

        return IsRead(request) ? ExamineReader(request) : ExamineWriter(request);
    }

    private static bool IsRead(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    // No other page may show the console or load from it; a link to it is nobody's harm.
    private static ConsoleRefusal? ExamineReader(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var isLink = request.Headers["Sec-Fetch-Mode"] == "navigate" && request.Headers["Sec-Fetch-Dest"] == "document";
        return isLink || site is "" or "same-origin" or "none" ? null : Stranger();
    }

    // JSON is what no form can send, and what no script of another origin may send without being let in first.
    private static ConsoleRefusal? ExamineWriter(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site is not ("" or "same-origin"))
            return Stranger();
        if (request.Headers.Origin is { Count: > 0 } origin && origin != $"http://{request.Host.Value}")
            return Stranger();

        return MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType == "application/json"
            ? null
            : new(
                StatusCodes.Status415UnsupportedMediaType,
                "What changes something needs the header 'content-type: application/json', with a body or without.");
    }

    private static ConsoleRefusal Stranger() =>
        new(StatusCodes.Status403Forbidden, "The console answers no page of another origin.");

    private static bool IsOwnHost(HostString host, int port) =>
        (host.Port ?? 80) == port && host.Host.ToLowerInvariant() is ("localhost" or "127.0.0.1" or "[::1]");
}

/// <summary>Why the console does not answer, in words for whoever asked.</summary>
internal sealed record ConsoleRefusal(int Status, string Message);

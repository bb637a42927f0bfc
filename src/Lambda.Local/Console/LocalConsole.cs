using Lambda.Local.Console.Access;
using Lambda.Local.Console.Api;
using Microsoft.AspNetCore.Http;

namespace Lambda.Local.Console;

/// <summary>The console at <c>/_local</c>: what happened here, and levers to make things happen.</summary>
internal sealed class LocalConsole(ConsoleApi api)
{
    public static readonly PathString Address = LocalAddresses.ConsolePath;

    private static readonly PathString ApiPath = "/api";

    private readonly ConsolePages _pages = new();

    /// <summary>Answers one request completely.</summary>
    /// <param name="rest">The path behind <see cref="Address"/>.</param>
    public async Task HandleAsync(HttpContext context, PathString rest)
    {
        Protect(context.Response.Headers);
        if (ConsoleAccess.Examine(context) is { } refusal)
        {
            await ConsoleJson.RefuseAsync(context, refusal);
            return;
        }

        if (rest.StartsWithSegments(ApiPath, StringComparison.Ordinal, out var resource))
            await api.HandleAsync(context, resource);
        else if (!IsRead(context.Request) || !await _pages.TryAnswerAsync(context, rest.Value ?? ""))
            await ConsoleJson.RefuseAsync(context, ConsoleApi.Unknown);
    }

    private static bool IsRead(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    // Nothing but its own files runs here, nobody frames it, and no page of another origin can even load it.
    private static void Protect(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
            + "form-action 'none'; base-uri 'none'; frame-ancestors 'none'; "
            + "require-trusted-types-for 'script'; trusted-types 'none'";
        headers.XFrameOptions = "DENY";
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }
}

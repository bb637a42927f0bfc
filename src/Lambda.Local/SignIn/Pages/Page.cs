using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Lambda.Local.SignIn.Pages;

/// <summary>
/// The frame of every page here: no script, one style that the policy knows by its hash, in nobody's frame.
/// </summary>
internal static class Page
{
    private static readonly string StyleHash =
        Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style.Text)));

    public static async Task WriteAsync(
        HttpContext context, LocalSignInOptions options, int status, IPageContent content)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.XFrameOptions = "DENY";

        // Not "no-referrer": with it, browsers would send the form with the origin "null".
        response.Headers["referrer-policy"] = "same-origin";

        // Browsers hold the redirect behind a form to form-action too, hence the site.
        response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src 'sha256-{StyleHash}'; form-action 'self' {options.SiteOrigin}; "
            + "base-uri 'none'; frame-ancestors 'none'";

        var page = Encoding.UTF8.GetBytes(
            $"""
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <meta name="color-scheme" content="light dark">
              <title>{content.Title}</title>
              <style>{Style.Text}</style>
            </head>
            <body>
              <main>
            {content.Body(options.SiteText)}
              </main>
            </body>
            </html>

            """);
        response.ContentLength = page.Length;
        await response.Body.WriteAsync(page, context.RequestAborted);
    }
}

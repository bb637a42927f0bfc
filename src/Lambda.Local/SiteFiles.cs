using System.Text;
using System.Text.Json.Nodes;
using Lambda.Local.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Lambda.Local;

/// <summary>
/// The site's origin: files, the pages of the application, and the <c>config.json</c> that a deploy would write.
/// </summary>
internal sealed class SiteFiles(string folder, LocalAddresses addresses, LocalSignInOptions? signIn)
{
    private const string StartPage = "/index.html";

    private readonly string _config = Config(addresses, signIn);
    private readonly StringValues _policy = Policy(addresses);

    public void Mount(IApplicationBuilder site)
    {
        site.Use(AddHeadersAsync);
        site.UseStaticFiles(
            new StaticFileOptions { FileProvider = new PhysicalFileProvider(Path.GetFullPath(folder)) });
        site.Run(context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return WriteAsync(context, "Not found");
        });
    }

    private Task AddHeadersAsync(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "no-cache";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.ContentSecurityPolicy = _policy;

        var path = context.Request.Path.Value ?? "/";
        if (path is "/config.json" && HttpMethods.IsGet(context.Request.Method))
        {
            context.Response.ContentType = "application/json";
            return WriteAsync(context, _config);
        }

        // Paths without a dot are pages of the application, as in the cloud.
        if (!path.AsSpan(path.LastIndexOf('/') + 1).Contains('.'))
            context.Request.Path = StartPage;
        return next(context);
    }

    // In one piece, its length before it: what is wrong with the request's own body cannot cut it short.
    private static Task WriteAsync(HttpContext context, string text)
    {
        context.Response.ContentLength = Encoding.UTF8.GetByteCount(text);
        return context.Response.WriteAsync(text, context.RequestAborted);
    }

    private static string Policy(LocalAddresses addresses)
    {
        var (api, media) = (Origin(addresses.Api), Origin(addresses.Media));
        return "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; manifest-src 'self'; " +
            $"worker-src 'self'; img-src 'self' blob: data: {media}; media-src blob: {media}; " +
            $"connect-src 'self' {api} {media}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    }

    private static string Config(LocalAddresses addresses, LocalSignInOptions? signIn)
    {
        var config = new JsonObject { ["api"] = Origin(addresses.Api) };
        if (signIn is not null)
        {
            config["signIn"] = new JsonObject
            {
                ["domain"] = addresses.Issuer.AbsoluteUri,
                ["clientId"] = signIn.ClientId,
                // Unlike the page in the cloud, this one has a screen for it: screen=password.
                ["changesPasswords"] = true,
                ["scope"] = string.Join(' ', ["openid", .. signIn.Scope.Split(' ')]).Trim(),
            };
        }

        return config.ToJsonString();
    }

    private static string Origin(Uri address) => address.GetLeftPart(UriPartial.Authority);
}

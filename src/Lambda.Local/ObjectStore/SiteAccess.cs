using Microsoft.AspNetCore.Http;

namespace Lambda.Local.ObjectStore;

/// <summary>
/// The bucket's CORS rules: pages of the site, and of nothing else, may PUT and GET with links they hold.
/// </summary>
internal sealed class SiteAccess(Uri site)
{
    private static readonly string[] Methods = ["GET", "HEAD", "PUT"];

    // An origin has no trailing slash and no default port; Uri spells it as browsers do.
    private readonly string _origin = site.GetLeftPart(UriPartial.Authority);

    /// <summary>True when the request was a preflight; it needs no signature, for browsers cannot send one.</summary>
    public bool IsPreflight(HttpRequest request) => HttpMethods.IsOptions(request.Method);

    public S3Error? AnswerPreflight(HttpContext context)
    {
        var headers = context.Request.Headers;
        var method = headers.AccessControlRequestMethod.ToString();
        if (headers.Origin != _origin || !Methods.Contains(method))
            return S3Error.ForbiddenOrigin;

        var answer = context.Response.Headers;
        answer.AccessControlAllowMethods = string.Join(", ", Methods);
        answer.AccessControlMaxAge = "600";
        if (headers.AccessControlRequestHeaders.Count > 0)
            answer.AccessControlAllowHeaders = headers.AccessControlRequestHeaders;
        return null;
    }

    /// <summary>Lets a page of the site read this answer, refusals included.</summary>
    public void Allow(HttpContext context)
    {
        var answer = context.Response.Headers;
        answer.Vary = "Origin, Access-Control-Request-Headers, Access-Control-Request-Method";
        if (context.Request.Headers.Origin != _origin)
            return;

        answer.AccessControlAllowOrigin = _origin;
        answer.AccessControlExposeHeaders =
            $"ETag, Content-Range, x-amz-checksum-sha256, x-amz-checksum-type, {S3Xml.RequestIdHeader}";
    }
}

using System.Globalization;
using Lambda.Local.HttpApi.Description;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Lambda.Local.HttpApi;

/// <summary>The gateway's CORS headers, worked out once from the template.</summary>
/// <remarks>An origin is compared letter by letter; any other gets no CORS header at all.</remarks>
internal sealed class Cors(CorsRules rules)
{
    private const string Prefix = "access-control-";

    // A list may also let in all origins of one scheme.
    private static readonly string[] Schemes = ["http://*", "https://*"];

    private readonly string[] _starts = [.. rules.Origins.Intersect(Schemes).Select(scheme => scheme[..^1])];
    private readonly bool _anyOrigin = rules.Origins.Contains("*");
    private readonly StringValues _methods = string.Join(',', rules.Methods);
    private readonly StringValues _headers = string.Join(',', rules.Headers);
    private readonly StringValues _exposed = string.Join(',', rules.ExposedHeaders);
    private readonly string? _maxAge = rules.MaxAgeSeconds?.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether a browser asks here what it may send.</summary>
    public static bool IsPreflight(HttpRequest request) =>
        HttpMethods.IsOptions(request.Method) && request.Headers.Origin.Count > 0 &&
        request.Headers.AccessControlRequestMethod.Count > 0;

    /// <summary>With these rules in place, what a function says about CORS is dropped.</summary>
    public static bool IsCorsHeader(string name) => name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>204 without a body.</summary>
    public void AnswerPreflight(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        if (!AllowOrigin(context))
            return;

        var headers = context.Response.Headers;
        if (rules.Methods is not [])
            headers.AccessControlAllowMethods = _methods;
        if (rules.Headers is not [])
            headers.AccessControlAllowHeaders = _headers;
        if (_maxAge is not null)
            headers.AccessControlMaxAge = _maxAge;
    }

    /// <summary>Adds to a function's answer what its browser needs to hand it on.</summary>
    public void Allow(HttpContext context)
    {
        if (AllowOrigin(context) && rules.ExposedHeaders is not [])
            context.Response.Headers.AccessControlExposeHeaders = _exposed;
    }

    private bool IsListed(string origin) =>
        _anyOrigin
        || rules.Origins.Contains(origin)
        || _starts.Any(start => origin.Length > start.Length && origin.StartsWith(start, StringComparison.Ordinal));

    private bool AllowOrigin(HttpContext context)
    {
        var origin = context.Request.Headers.Origin;
        if (origin.Count != 1 || !IsListed(origin[0]!))
            return false;

        context.Response.Headers.AccessControlAllowOrigin = _anyOrigin ? "*" : origin;
        if (rules.AllowCredentials)
            context.Response.Headers.AccessControlAllowCredentials = "true";
        return true;
    }
}

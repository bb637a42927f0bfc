using System.Net.Mime;
using Lambda.Local.HttpApi.Description;
using Microsoft.AspNetCore.Http;

namespace Lambda.Local.HttpApi;

/// <summary>
/// The API's description at <c>/openapi.json</c>: for anybody, and for scripts of the origins that may call the API.
/// </summary>
/// <remarks>It is read anew for each request: a build that changes it needs no restart.</remarks>
internal sealed class ApiDocument(string file, CorsRules? rules)
{
    public static readonly PathString Address = "/openapi.json";

    private readonly Cors? _cors = rules is null ? null : new Cors(rules);

    /// <summary>Whether this is asked for, rather than a route of the API.</summary>
    public bool Answers(HttpRequest request) =>
        request.Path == Address
        && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && File.Exists(file);

    /// <summary>Answers one request completely.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        var document = await File.ReadAllBytesAsync(file, context.RequestAborted);
        _cors?.Allow(context);
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.ContentType = MediaTypeNames.Application.Json;
        context.Response.ContentLength = document.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.Body.WriteAsync(document, context.RequestAborted);
    }
}

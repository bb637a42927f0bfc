using System.Text.Json;
using Lambda.Local.Console.History;
using Microsoft.AspNetCore.Http;

namespace Lambda.Local.SignIn;

/// <summary>Answers to programs, in the words of RFC 6749; kept by nobody on the way.</summary>
internal static class OAuthJson
{
    public static Task RefuseAsync(HttpContext context, string error, int status = StatusCodes.Status400BadRequest)
    {
        context.Features.Set(new ProblemText(error, null, null));
        return WriteAsync(context, status, new Dictionary<string, object> { ["error"] = error });
    }

    public static async Task WriteAsync(HttpContext context, int status, Dictionary<string, object> answer)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.ContentType = "application/json; charset=utf-8";
        var body = JsonSerializer.SerializeToUtf8Bytes(answer);
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}

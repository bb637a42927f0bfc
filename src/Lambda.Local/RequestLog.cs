using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Lambda.Local;

/// <summary>
/// One line per request: method, path, status, milliseconds. Never a query, which may hold a signature, nor an account,
/// whose id is in the path of each object.
/// </summary>
internal sealed partial class RequestLog(ILogger log, TimeProvider clock)
{
    private const int UuidLength = 36;

    public async Task RunAsync(HttpContext context, RequestDelegate next)
    {
        var start = clock.GetTimestamp();
        await next(context);

        // From the raw line, where a line break can only be a %0A.
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var end = target.IndexOf('?', StringComparison.Ordinal);
        var path = WithoutAccounts(end < 0 ? target : target[..end]);
        var elapsed = clock.GetElapsedTime(start).TotalMilliseconds;
        LogRequest(context.Request.Method, path, context.Response.StatusCode, elapsed);
    }

    // Accounts are the only things whose names are UUIDs.
    private static string WithoutAccounts(string path)
    {
        if (path.Length <= UuidLength || path.AsSpan().Count('-') < 4)
            return path;

        var segments = path.Split('/');
        for (var at = 0; at < segments.Length; at++)
        {
            if (segments[at].Length == UuidLength && Guid.TryParseExact(segments[at], "D", out _))
                segments[at] = "…";
        }

        return string.Join('/', segments);
    }

    [LoggerMessage(LogLevel.Information, "{Method} {Path} {Status} {Milliseconds:0} ms")]
    private partial void LogRequest(string method, string path, int status, double milliseconds);
}

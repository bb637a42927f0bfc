using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Lambda.Local;

/// <summary>
/// One line per request: method, path, status, milliseconds. Never a query, which may hold a signature, nor an account,
/// whose id is in the path of each object.
/// </summary>
internal sealed class RequestLog(ILogger log, TimeProvider clock)
{
    private const int UuidLength = 36;

    public async Task RunAsync(HttpContext context, RequestDelegate next)
    {
        var start = clock.GetTimestamp();
        await next(context);

        var elapsed = clock.GetElapsedTime(start).TotalMilliseconds;
        var line = new Line(context.Request.Method, PathOf(context), context.Response.StatusCode, elapsed);
        // Not by a template of names, which takes longer to fill in than the function takes to answer.
        log.Log(LogLevel.Information, default, line, null, static (line, _) => line.ToString());
    }

    // From the raw line, where a line break can only be a %0A.
    private static string PathOf(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var end = target.IndexOf('?', StringComparison.Ordinal);
        return WithoutAccounts(end < 0 ? target : target[..end]);
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

    private readonly record struct Line(string Method, string Path, int Status, double Milliseconds)
    {
        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture, $"{Method} {Path} {Status} {(long)Math.Round(Milliseconds)} ms");
    }
}

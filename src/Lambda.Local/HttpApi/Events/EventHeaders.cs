using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Lambda.Local.HttpApi.Events;

/// <summary>Writes the event's <c>cookies</c> and <c>headers</c>: the client's, and those the gateway adds.</summary>
internal static class EventHeaders
{
    private const int LongestUsualName = 64;

    // Between the client and the gateway, or written by the gateway itself.
    private static readonly HashSet<string> NotPassedOn = new(StringComparer.OrdinalIgnoreCase)
    {
        "connection", "content-length", "cookie", "expect", "keep-alive", "te", "transfer-encoding", "upgrade",
        "x-amzn-trace-id", "x-forwarded-for", "x-forwarded-port", "x-forwarded-proto",
    };

    public static void WriteCookies(Utf8JsonWriter json, IHeaderDictionary headers)
    {
        if (headers.Cookie.Count == 0)
            return;

        const StringSplitOptions Tidy = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;
        string[] cookies = [.. headers.Cookie.SelectMany(line => line!.Split(';', Tidy))];
        if (cookies is [])
            return;

        json.WriteStartArray(EventNames.Cookies);
        foreach (var cookie in cookies)
            json.WriteStringValue(cookie);
        json.WriteEndArray();
    }

    public static void WriteHeaders(Utf8JsonWriter json, GatewayRequest request, long bodyLength)
    {
        var headers = request.Http.Headers;
        json.WriteStartObject(EventNames.Headers);
        Span<char> letters = stackalloc char[LongestUsualName];
        foreach (var (name, values) in headers)
        {
            if (!NotPassedOn.Contains(name))
                json.WriteString(Lower(name, letters), Join(values));
        }

        json.WriteString(EventNames.ContentLength, bodyLength.ToString(CultureInfo.InvariantCulture));
        json.WriteString(EventNames.XAmznTraceId, request.Ids.Trace);
        json.WriteString(EventNames.XForwardedFor, ForwardedFor(request.Http));
        json.WriteString(EventNames.XForwardedPort, "443"u8);
        json.WriteString(EventNames.XForwardedProto, "https"u8);
        json.WriteEndObject();
    }

    public static string SourceIp(HttpRequest request)
    {
        var address = request.HttpContext.Connection.RemoteIpAddress ?? IPAddress.Loopback;
        return (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString();
    }

    /// <summary>
    /// The headers as version 1.0 and REST APIs have them: every line by itself, and cookies among them.
    /// </summary>
    public static List<(string Name, StringValues Lines)> AllOf(GatewayRequest request, long? bodyLength)
    {
        var http = request.Http;
        List<(string Name, StringValues Lines)> headers =
        [
            .. http.Headers
                .Where(header => header.Key.Equals("cookie", StringComparison.OrdinalIgnoreCase) ||
                    !NotPassedOn.Contains(header.Key))
                .Select(header => (header.Key, header.Value)),
            (RequestIds.TraceHeader, request.Ids.Trace),
            ("X-Forwarded-For", ForwardedFor(http)),
            ("X-Forwarded-Port", "443"),
            ("X-Forwarded-Proto", "https"),
        ];
        if (bodyLength is { } length)
            headers.Add(("Content-Length", length.ToString(CultureInfo.InvariantCulture)));
        return headers;
    }

    private static string ForwardedFor(HttpRequest request)
    {
        var earlier = request.Headers["x-forwarded-for"];
        return earlier.Count == 0 ? SourceIp(request) : $"{Join(earlier)}, {SourceIp(request)}";
    }

    private static string? Join(StringValues values) =>
        values.Count == 1 ? values[0] : string.Join(',', values.ToArray());

    private static ReadOnlySpan<char> Lower(string name, Span<char> letters) =>
        Ascii.ToLower(name, letters, out var length) == OperationStatus.Done
            ? letters[..length]
            : name.ToLowerInvariant();
}

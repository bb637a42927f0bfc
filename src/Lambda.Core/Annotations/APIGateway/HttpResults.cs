using System.Globalization;
using System.Net;

namespace Amazon.Lambda.Annotations.APIGateway;

/// <summary>Makes HTTP answers.</summary>
/// <remarks>
/// A body that is a string is sent as it is (text/plain); a stream, from where it stands, or bytes are sent as bytes
/// (application/octet-stream); anything else goes through the function's serializer (application/json). A
/// <c>content-type</c> of your own wins. Null, or an empty text, is no body and gets no type.
/// </remarks>
public sealed class HttpResults : IHttpResult
{
    private const string SetCookie = "set-cookie";

    private readonly object? _body;
    private readonly Dictionary<string, List<string>> _headers = [];
    private readonly List<string> _cookies = [];

    private HttpResults(HttpStatusCode statusCode, object? body) => (StatusCode, _body) = (statusCode, body);

    /// <inheritdoc/>
    public HttpStatusCode StatusCode { get; }

    /// <summary>200</summary>
    public static IHttpResult Ok(object? body = null) => NewResult(HttpStatusCode.OK, body);

    /// <summary>201, with <c>location</c> when <paramref name="uri"/> is given.</summary>
    public static IHttpResult Created(string? uri = null, object? body = null) =>
        NewResult(HttpStatusCode.Created, body, "location", uri);

    /// <summary>202</summary>
    public static IHttpResult Accepted(object? body = null) => NewResult(HttpStatusCode.Accepted, body);

    /// <summary>302; 301 when permanent; 307, or 308 when permanent, if the method must stay what it was.</summary>
    public static IHttpResult Redirect(string uri, bool permanent = false, bool preserveMethod = false)
    {
        var status = (permanent, preserveMethod) switch
        {
            (false, false) => HttpStatusCode.Redirect,
            (true, false) => HttpStatusCode.MovedPermanently,
            (false, true) => HttpStatusCode.TemporaryRedirect,
            (true, true) => HttpStatusCode.PermanentRedirect,
        };
        return NewResult(status, null, "location", uri);
    }

    /// <summary>400</summary>
    public static IHttpResult BadRequest(object? body = null) => NewResult(HttpStatusCode.BadRequest, body);

    /// <summary>401</summary>
    public static IHttpResult Unauthorized() => NewResult(HttpStatusCode.Unauthorized);

    /// <summary>403</summary>
    public static IHttpResult Forbid(object? body = null) => NewResult(HttpStatusCode.Forbidden, body);

    /// <summary>404</summary>
    public static IHttpResult NotFound(object? body = null) => NewResult(HttpStatusCode.NotFound, body);

    /// <summary>409</summary>
    public static IHttpResult Conflict(object? body = null) => NewResult(HttpStatusCode.Conflict, body);

    /// <summary>500</summary>
    public static IHttpResult InternalServerError(object? body = null) =>
        NewResult(HttpStatusCode.InternalServerError, body);

    /// <summary>502</summary>
    public static IHttpResult BadGateway() => NewResult(HttpStatusCode.BadGateway);

    /// <summary>503, with <c>retry-after</c> when <paramref name="delaySeconds"/> is more than 0.</summary>
    public static IHttpResult ServiceUnavailable(int? delaySeconds = null) =>
        NewResult(
            HttpStatusCode.ServiceUnavailable,
            null,
            "retry-after",
            delaySeconds > 0 ? delaySeconds.Value.ToString(CultureInfo.InvariantCulture) : null);

    /// <summary>Any status.</summary>
    public static IHttpResult NewResult(HttpStatusCode statusCode, object? body = null) =>
        new HttpResults(statusCode, body);

    /// <inheritdoc/>
    public IHttpResult AddHeader(string name, string value)
    {
        name = name.ToLowerInvariant();
        if (_headers.TryGetValue(name, out var values))
            values.Add(value);
        else
            _headers.Add(name, [value]);
        return this;
    }

    /// <inheritdoc/>
    public IHttpResult AddCookie(string cookie)
    {
        _cookies.Add(cookie);
        return this;
    }

    /// <inheritdoc/>
    public Stream Serialize(HttpResultSerializationOptions options)
    {
        var body = HttpResultBody.Of(_body, options.Serializer);
        if (body.ContentType is { } type && !_headers.ContainsKey("content-type"))
            AddHeader("content-type", type);

        var isV2 = options.Format == HttpResultSerializationOptions.ProtocolFormat.HttpApi
            && options.Version == HttpResultSerializationOptions.ProtocolVersion.V2;
        return isV2
            ? HttpResultWriter.WriteV2(StatusCode, HeadersOfV2(out var cookies), cookies, body)
            : HttpResultWriter.WriteV1(StatusCode, HeadersOfV1(), body);
    }

    private static IHttpResult NewResult(HttpStatusCode status, object? body, string header, string? value)
    {
        var result = new HttpResults(status, body);
        return value is null ? result : result.AddHeader(header, value);
    }

    private Dictionary<string, List<string>> HeadersOfV1()
    {
        if (_cookies.Count == 0)
            return _headers;

        var lines = _headers.GetValueOrDefault(SetCookie) ?? [];
        return new(_headers) { [SetCookie] = [.. lines, .. _cookies] };
    }

    // Values of a header are joined with commas, and a cookie's date has one: no client could take several apart.
    private Dictionary<string, List<string>> HeadersOfV2(out List<string> cookies)
    {
        cookies = _cookies;
        if (!_headers.TryGetValue(SetCookie, out var lines) || lines.Count + _cookies.Count < 2)
            return _headers;

        cookies = [.. lines, .. _cookies];
        var others = new Dictionary<string, List<string>>(_headers);
        others.Remove(SetCookie);
        return others;
    }
}

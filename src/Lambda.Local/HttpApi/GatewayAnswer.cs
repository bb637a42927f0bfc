using System.Text;
using Microsoft.AspNetCore.Http;

namespace Lambda.Local.HttpApi;

/// <summary>An answer that the gateway gives by itself, without asking a function.</summary>
/// <remarks>
/// The real gateway was seen to send no content type with 401 and 503, and JSON's with 404 and 500. They carry no CORS
/// headers: nobody has recorded whether the real ones do, so no client may need them.
/// </remarks>
internal sealed class GatewayAnswer
{
    private const string Json = "application/json";

    public static readonly GatewayAnswer BadRequest = new(StatusCodes.Status400BadRequest, "Bad Request", Json);
    public static readonly GatewayAnswer Unauthorized = new(StatusCodes.Status401Unauthorized, "Unauthorized", null);
    public static readonly GatewayAnswer Forbidden = new(StatusCodes.Status403Forbidden, "Forbidden", null);
    public static readonly GatewayAnswer NotFound = new(StatusCodes.Status404NotFound, "Not Found", Json);
    public static readonly GatewayAnswer TooLarge =
        new(StatusCodes.Status413PayloadTooLarge, "Request Entity Too Large", Json);
    public static readonly GatewayAnswer TooMany =
        new(StatusCodes.Status429TooManyRequests, "Too Many Requests", Json);
    public static readonly GatewayAnswer HeadersTooLarge =
        new(StatusCodes.Status431RequestHeaderFieldsTooLarge, "Request Header Fields Too Large", Json);
    public static readonly GatewayAnswer FunctionFailed =
        new(StatusCodes.Status500InternalServerError, "Internal Server Error", Json);
    public static readonly GatewayAnswer Unavailable =
        new(StatusCodes.Status503ServiceUnavailable, "Service Unavailable", null);

    private readonly string? _contentType;
    private readonly byte[] _body;

    private readonly string? _errorType;

    private GatewayAnswer(int status, string message, string? contentType, string? challenge = null)
        : this(status, $$"""{"message":"{{message}}"}""", contentType, challenge, null)
    {
    }

    private GatewayAnswer(int status, string body, string? contentType, string? challenge, string? errorType)
    {
        (Status, Challenge, _contentType, _errorType) = (status, challenge, contentType, errorType);
        _body = Encoding.UTF8.GetBytes(body);
    }

    public int Status { get; }

    /// <summary>The <c>www-authenticate</c> header, of a 401 alone.</summary>
    public string? Challenge { get; }

    /// <summary>401 that asks for a token.</summary>
    public static GatewayAnswer TokenMissing { get; } = Challenging("Bearer");

    /// <summary>An answer of a REST API, which names the kind of its error.</summary>
    public static GatewayAnswer OfRest(int status, string body, string? errorType) =>
        new(status, body, Json, null, errorType);

    /// <summary>401 that says what is wrong with the token.</summary>
    /// <param name="description">Goes into a header as it is: never a word of the client's.</param>
    public static GatewayAnswer TokenInvalid(string description) =>
        Challenging($"Bearer scope=\"\" error=\"invalid_token\" error_description=\"{description}\"");

    public async Task WriteAsync(HttpResponse response)
    {
        response.StatusCode = Status;
        response.ContentType = _contentType;
        response.ContentLength = _body.Length;
        if (Challenge is not null)
            response.Headers.WWWAuthenticate = Challenge;
        if (_errorType is not null)
            response.Headers["x-amzn-ErrorType"] = _errorType;

        await response.BodyWriter.WriteAsync(_body, response.HttpContext.RequestAborted);
    }

    private static GatewayAnswer Challenging(string challenge) =>
        new(StatusCodes.Status401Unauthorized, "Unauthorized", null, challenge);
}

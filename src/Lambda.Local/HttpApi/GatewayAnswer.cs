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
    public static readonly GatewayAnswer Forbidden = new(StatusCodes.Status403Forbidden, "Forbidden", null);
    public static readonly GatewayAnswer NotFound = new(StatusCodes.Status404NotFound, "Not Found", Json);
    public static readonly GatewayAnswer TooLarge =
        new(StatusCodes.Status413PayloadTooLarge, "Request Entity Too Large", Json);
    public static readonly GatewayAnswer HeadersTooLarge =
        new(StatusCodes.Status431RequestHeaderFieldsTooLarge, "Request Header Fields Too Large", Json);
    public static readonly GatewayAnswer FunctionFailed =
        new(StatusCodes.Status500InternalServerError, "Internal Server Error", Json);
    public static readonly GatewayAnswer Unavailable =
        new(StatusCodes.Status503ServiceUnavailable, "Service Unavailable", null);

    private readonly string? _contentType;
    private readonly byte[] _body;

    private GatewayAnswer(int status, string message, string? contentType, string? challenge = null)
    {
        (Status, Challenge, _contentType) = (status, challenge, contentType);
        _body = Encoding.UTF8.GetBytes($$"""{"message":"{{message}}"}""");
    }

    public int Status { get; }

    /// <summary>The <c>www-authenticate</c> header, of a 401 alone.</summary>
    public string? Challenge { get; }

    /// <summary>401 that asks for a token.</summary>
    public static GatewayAnswer TokenMissing { get; } = Unauthorized("Bearer");

    /// <summary>401 that says what is wrong with the token.</summary>
    /// <param name="description">Goes into a header as it is: never a word of the client's.</param>
    public static GatewayAnswer TokenInvalid(string description) =>
        Unauthorized($"Bearer scope=\"\" error=\"invalid_token\" error_description=\"{description}\"");

    public async Task WriteAsync(HttpResponse response)
    {
        response.StatusCode = Status;
        response.ContentType = _contentType;
        response.ContentLength = _body.Length;
        if (Challenge is not null)
            response.Headers.WWWAuthenticate = Challenge;

        await response.BodyWriter.WriteAsync(_body, response.HttpContext.RequestAborted);
    }

    private static GatewayAnswer Unauthorized(string challenge) =>
        new(StatusCodes.Status401Unauthorized, "Unauthorized", null, challenge);
}

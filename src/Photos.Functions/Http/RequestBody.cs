using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.Lambda.APIGatewayEvents;
using Photos.Outcomes;

namespace Photos.Functions.Http;

/// <summary>Reads JSON bodies, whichever way the gateway wrapped them.</summary>
internal static class RequestBody
{
    /// <summary>Far above any document of this API; what is bigger is refused before it is looked at.</summary>
    private const int MaxBytes = 256 * 1024;

    // Throws on halves of characters, which would otherwise become question marks.
    private static readonly UTF8Encoding Strict =
        new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static Outcome<T> Read<T>(APIGatewayHttpApiV2ProxyRequest request, JsonTypeInfo<T> type)
        where T : class
    {
        if (!BytesOf(request).Is(out var bytes, out var problem))
            return problem;
        if (StrictJson.Objection(bytes) is { } objection)
            return objection;

        try
        {
            return JsonSerializer.Deserialize(bytes, type)!;
        }
        catch (JsonException error)
        {
            return Explain(error);
        }
    }

    /// <summary>The body as it was sent; empty when there was none.</summary>
    public static Outcome<byte[]> BytesOf(APIGatewayHttpApiV2ProxyRequest request)
    {
        var body = request.Body ?? "";
        if (body.Length > (request.IsBase64Encoded ? MaxBytes * 4 / 3 + 4 : MaxBytes))
            return TooLarge;

        try
        {
            var bytes = request.IsBase64Encoded ? Convert.FromBase64String(body) : Strict.GetBytes(body);
            return bytes.Length > MaxBytes ? TooLarge : bytes;
        }
        catch (FormatException)
        {
            return Problem.Malformed("The body says it is base64 and is not.");
        }
        catch (EncoderFallbackException)
        {
            return Problem.Malformed("The body is not in UTF-8.");
        }
    }

    private static Problem TooLarge { get; } =
        new(ProblemKind.TooLarge, "too-large", $"A request has at most {MaxBytes} bytes.");

    // The serializer's own messages repeat input; its path, such as $.pages[3].caption, only what is plain.
    private static Problem Explain(JsonException error)
    {
        string[] path = error.Path is ['$', '.', .. var inner] ? inner.Split('.', '[') : [""];
        var names = path.Select(part => part.TrimEnd(']')).ToArray();

        return names.All(StrictJson.IsPlain)
            ? Problem.Invalid(
                string.Join('/', names), "This member is not known here, or its value is of another kind.")
            : Problem.Malformed("The body is not a JSON object of this route's form.");
    }
}

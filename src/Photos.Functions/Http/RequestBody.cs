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

    /// <summary>Longer than any path to a member of ours.</summary>
    private const int LongestPath = 64;

    public static Outcome<T> Read<T>(APIGatewayHttpApiV2ProxyRequest request, JsonTypeInfo<T> type)
        where T : class
    {
        if (request.Body is not { Length: > 0 } body)
            return Malformed("Send a JSON object.");
        if (body.Length > MaxBytes)
            return new Problem(ProblemKind.TooLarge, "too-large", $"A request has at most {MaxBytes} bytes.");

        try
        {
            var bytes = request.IsBase64Encoded ? Convert.FromBase64String(body) : Encoding.UTF8.GetBytes(body);
            return JsonSerializer.Deserialize(bytes, type) is { } value ? value : Malformed("Send a JSON object.");
        }
        catch (JsonException error)
        {
            return Explain(error);
        }
        catch (FormatException)
        {
            return Malformed("The body says it is base64 and is not.");
        }
    }

    // The serializer's own messages repeat input; its path does not, beyond the member's name.
    private static Problem Explain(JsonException error)
    {
        var isOurs = error.Path is { Length: <= LongestPath } && error.Path.StartsWith("$.", StringComparison.Ordinal);
        var member = isOurs && error.Path![2..].All(IsPlain) ? error.Path[2..].Replace('.', '/') : "";

        return member is ""
            ? Malformed("The body is not a JSON object of this route's form.")
            : Problem.Invalid(member, "This member is not known here, or its value is of another kind.");
    }

    private static bool IsPlain(char character) => char.IsAsciiLetterOrDigit(character) || character == '.';

    private static Problem Malformed(string detail) => new(ProblemKind.Invalid, "invalid", detail);
}

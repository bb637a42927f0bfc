using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;

namespace Lambda.Tests.Generator;

/// <summary>What a client would receive. Lists of a header's values are separated by bars.</summary>
internal sealed record FunctionAnswer(int Status, IReadOnlyDictionary<string, string> Headers, string? Body)
{
    public string? ContentType => Headers.FirstOrDefault(header =>
        header.Key.Equals("content-type", StringComparison.OrdinalIgnoreCase)).Value;

    public static FunctionAnswer Of(object returned) => returned switch
    {
        APIGatewayHttpApiV2ProxyResponse answer => new(answer.StatusCode, Copy(answer.Headers), answer.Body),
        APIGatewayProxyResponse answer => new(answer.StatusCode, Copy(answer.Headers), answer.Body),
        _ => Of((Stream)returned),
    };

    private static FunctionAnswer Of(Stream returned)
    {
        using var json = JsonDocument.Parse(returned);
        var answer = json.RootElement;
        var headers = answer.TryGetProperty("headers", out var found) ? found : answer.GetProperty("multiValueHeaders");

        return new FunctionAnswer(
            answer.GetProperty("statusCode").GetInt32(),
            headers.ValueKind == JsonValueKind.Null
                ? new Dictionary<string, string>()
                : headers.EnumerateObject().ToDictionary(header => header.Name, header => Text(header.Value)),
            answer.TryGetProperty("body", out var body) ? body.GetString() : null);
    }

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.Array
        ? string.Join('|', value.EnumerateArray().Select(item => item.GetString()))
        : value.GetString()!;

    private static Dictionary<string, string> Copy(IDictionary<string, string>? headers) =>
        new(headers ?? new Dictionary<string, string>());
}

using System.Text.Json;

namespace Amazon.Lambda.Annotations.APIGateway;

/// <summary>Writes an authorizer's answers in the two shapes that API Gateway reads.</summary>
internal static class AuthorizerResultWriter
{
    public static Stream WriteSimple(IAuthorizerResult result) => Write(result, json =>
        json.WriteBoolean("isAuthorized", result.IsAuthorized));

    public static Stream WritePolicy(IAuthorizerResult result, string? methodArn) => Write(result, json =>
    {
        json.WriteString("principalId", result.PrincipalId ?? "user");
        json.WriteStartObject("policyDocument");
        json.WriteString("Version", "2012-10-17");
        json.WriteStartArray("Statement");
        json.WriteStartObject();
        json.WriteString("Action", "execute-api:Invoke");
        json.WriteString("Effect", result.IsAuthorized ? "Allow" : "Deny");
        json.WriteString("Resource", methodArn ?? "*");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static MemoryStream Write(IAuthorizerResult result, Action<Utf8JsonWriter> writeHead)
    {
        var answer = new MemoryStream();
        using (var json = new Utf8JsonWriter(answer))
        {
            json.WriteStartObject();
            writeHead(json);
            if (result.Context is { } context)
                WriteContext(json, context);
            json.WriteEndObject();
        }

        answer.Position = 0;
        return answer;
    }

    private static void WriteContext(Utf8JsonWriter json, IDictionary<string, object> context)
    {
        json.WriteStartObject("context");
        foreach (var (key, value) in context)
        {
            json.WritePropertyName(key);
            WriteValue(json, key, value);
        }

        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, string key, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case int or long or short or byte or sbyte or ushort or uint:
                json.WriteNumberValue(Convert.ToInt64(value, null));
                break;
            case float number:
                json.WriteNumberValue(number);
                break;
            case double number:
                json.WriteNumberValue(number);
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            default:
                throw new InvalidOperationException(
                    $"'{key}' in the authorizer's context is a {value.GetType().Name}, and the gateway takes texts, "
                    + "numbers and truth values; pass its text, or serialize it yourself.");
        }
    }
}

using System.ComponentModel;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.Annotations.Binding;

/// <summary>What a function returned, as HTTP. Called by generated handlers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class HttpApiAnswer
{
    /// <summary>Quotes and all as people read them; the text is JSON, never part of a page.</summary>
    private static readonly JsonWriterOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>200 without a body.</summary>
    public static APIGatewayHttpApiV2ProxyResponse Empty() => new() { StatusCode = 200 };

    /// <summary>200 with the text as it is.</summary>
    public static APIGatewayHttpApiV2ProxyResponse Text(string? text) => Ok("text/plain", text);

    /// <summary>200 with the value through the serializer; null is the JSON text <c>null</c>.</summary>
    public static APIGatewayHttpApiV2ProxyResponse Json<T>(T value, ILambdaSerializer serializer)
    {
        using var json = new MemoryStream();
        serializer.Serialize(value, json);
        return Ok("application/json", Encoding.UTF8.GetString(json.GetBuffer(), 0, (int)json.Length));
    }

    /// <summary>The answer's bytes, for handlers whose other answers are bytes too.</summary>
    public static Stream ToStream(APIGatewayHttpApiV2ProxyResponse answer)
    {
        var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteNumber("statusCode", answer.StatusCode);
            json.WriteStartObject("headers");
            foreach (var (name, value) in answer.Headers ?? new Dictionary<string, string>())
                json.WriteString(name, value);
            json.WriteEndObject();
            json.WriteString("body", answer.Body);
            json.WriteBoolean("isBase64Encoded", answer.IsBase64Encoded);
            json.WriteEndObject();
        }

        bytes.Position = 0;
        return bytes;
    }

    internal static APIGatewayHttpApiV2ProxyResponse Refusal(List<string> errors)
    {
        using var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body, Readable))
        {
            json.WriteStartObject();
            json.WriteString(
                "message", $"{errors.Count} validation error(s) detected: {string.Join(',', errors)}");
            json.WriteEndObject();
        }

        return new APIGatewayHttpApiV2ProxyResponse
        {
            StatusCode = 400,
            Headers = new Dictionary<string, string>
            {
                ["Content-Type"] = "application/json",
                ["x-amzn-ErrorType"] = "ValidationException",
            },
            Body = Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length),
        };
    }

    private static APIGatewayHttpApiV2ProxyResponse Ok(string type, string? body) => new()
    {
        StatusCode = 200,
        Headers = new Dictionary<string, string> { ["Content-Type"] = type },
        Body = body,
    };
}

using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;

namespace Amazon.Lambda.Annotations.Binding;

/// <summary>An answer before it takes the shape of a payload format.</summary>
/// <param name="Type">The body's type; null for none.</param>
/// <param name="Error">The kind of error, in AWS's words; null for none.</param>
internal readonly record struct Answer(int Status, string? Type, string? Body, string? Error = null)
{
    /// <summary>401 without a body.</summary>
    public static readonly Answer Unauthorized = new(401, "application/json", null, "AccessDeniedException");

    /// <summary>Quotes and all as people read them; the text is JSON, never part of a page.</summary>
    private static readonly JsonWriterOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>400 with all that is wrong.</summary>
    public static Answer Invalid(List<string> errors)
    {
        using var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body, Readable))
        {
            json.WriteStartObject();
            json.WriteString(
                "message", $"{errors.Count} validation error(s) detected: {string.Join(',', errors)}");
            json.WriteEndObject();
        }

        var text = Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length);
        return new Answer(400, "application/json", text, "ValidationException");
    }

    public APIGatewayHttpApiV2ProxyResponse ToV2() => new() { StatusCode = Status, Headers = Headers(), Body = Body };

    public APIGatewayProxyResponse ToV1() => new() { StatusCode = Status, Headers = Headers(), Body = Body };

    /// <summary>The same in bytes, which no serializer has a say in: both payload formats read it.</summary>
    public Stream ToStream()
    {
        var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteNumber("statusCode", Status);
            json.WriteStartObject("headers");
            foreach (var (name, value) in Headers() ?? [])
                json.WriteString(name, value);
            json.WriteEndObject();
            if (Body is not null)
                json.WriteString("body", Body);
            json.WriteBoolean("isBase64Encoded", false);
            json.WriteEndObject();
        }

        bytes.Position = 0;
        return bytes;
    }

    private Dictionary<string, string>? Headers()
    {
        if (Type is null)
            return null;

        var headers = new Dictionary<string, string> { ["Content-Type"] = Type };
        if (Error is not null)
            headers.Add("x-amzn-ErrorType", Error);
        return headers;
    }
}

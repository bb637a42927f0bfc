using System.Net.Http.Headers;
using System.Text.Json;

namespace Amazon.Lambda.RuntimeSupport.Api;

/// <summary>
/// What the caller of a function learns of its failure: a type and a message. The rest is for the log.
/// </summary>
internal sealed record ErrorReport(string Type, string Message)
{
    /// <summary>Far below the 256 KB that Lambda takes, however the text is escaped.</summary>
    private const int LongestMessage = 8_192;

    private static readonly MediaTypeHeaderValue ContentType = new("application/vnd.aws.lambda.error+json");

    public static ErrorReport Of(Exception error) => new(error.GetType().Name, error.Message);

    public static ErrorReport TooLarge(long bytes) => new(
        "Function.ResponseSizeTooLarge", $"The answer has {bytes} bytes; Lambda takes {RuntimeApi.LargestAnswer}.");

    public HttpContent ToContent()
    {
        var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            json.WriteString("errorType", Type);
            json.WriteString("errorMessage", Message.Length > LongestMessage ? Message[..LongestMessage] : Message);
            json.WriteStartArray("stackTrace");
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return new ByteArrayContent(body.ToArray()) { Headers = { ContentType = ContentType } };
    }
}

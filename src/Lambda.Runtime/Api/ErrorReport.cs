using System.Net.Http.Headers;
using System.Reflection;
using System.Text.Json;
using Amazon.Lambda.RuntimeSupport.Logging;

namespace Amazon.Lambda.RuntimeSupport.Api;

/// <summary>
/// What the caller of a function learns of its failure: a type and a message. Where it failed is for log and trace.
/// </summary>
/// <param name="Type">The exception's type without its namespace, or a type that Lambda knows.</param>
/// <param name="Message">The exception's message; cut where Lambda would refuse it.</param>
internal sealed record ErrorReport(string Type, string Message)
{
    /// <summary>Far below the 256 KB that Lambda takes, however the text is escaped.</summary>
    private const int LongestMessage = 8_192;

    private static readonly MediaTypeHeaderValue ContentType = new("application/vnd.aws.lambda.error+json");

    /// <summary>How Lambda counts the failure, when that is not the exception's type.</summary>
    public string? Category { get; init; }

    /// <summary>What X-Ray shows of the failure; null when no exception was behind it.</summary>
    public string? Cause { get; init; }

    public static ErrorReport Of(Exception error)
    {
        var cause = Unwrap(error);
        return new(cause.GetType().Name, ExceptionText.Message(cause)) { Cause = XRayCause.Of(cause) };
    }

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

    // "The type initializer for 'Startup' threw an exception" helps nobody; what it threw does.
    private static Exception Unwrap(Exception error) => error switch
    {
        TypeInitializationException { InnerException: { } inner } => Unwrap(inner),
        TargetInvocationException { InnerException: { } inner } => Unwrap(inner),
        AggregateException { InnerExceptions: [var only] } => Unwrap(only),
        _ => error,
    };
}

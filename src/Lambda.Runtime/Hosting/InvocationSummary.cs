using System.Text.Json;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport.Hosting;

/// <summary>One line for each event at level Debug: what was asked, what came of it, how long it took.</summary>
/// <remarks>Nothing of it is a caller's text: a route is the template's, not the path.</remarks>
internal static class InvocationSummary
{
    public static void Write(
        ILambdaLogger log, Stream input, ReadOnlyMemory<byte> answer, TimeSpan time, bool isFirst)
    {
        var asked = input is MemoryStream memory && memory.TryGetBuffer(out var buffer) ? buffer.AsMemory() : default;
        log.LogDebug(
            "{route} answered {status} with {bytes} bytes in {ms} ms, cold: {cold}",
            Member(asked, "routeKey"),
            Member(answer, "statusCode"),
            answer.Length,
            (long)time.TotalMilliseconds,
            isFirst);
    }

    /// <summary>A member of the outermost object, text or number; null when there is none.</summary>
    private static object? Member(ReadOnlyMemory<byte> json, ReadOnlySpan<char> name)
    {
        try
        {
            var reader = new Utf8JsonReader(json.Span);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return null;

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isIt = reader.ValueTextEquals(name);
                reader.Read();
                if (isIt && reader.TokenType == JsonTokenType.String)
                    return reader.GetString();
                if (isIt && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var number))
                    return number;
                reader.Skip();
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // Functions need not speak JSON at all, and what JSON calls text may hold half a character.
        }

        return null;
    }
}

using System.Text.Json;

namespace Amazon.Lambda.Observing;

/// <summary>The status in an answer to the gateway.</summary>
internal static class AnswerStatus
{
    private const int Ok = 200;

    /// <summary>200 where the answer names none, as the gateway understands it.</summary>
    public static int Of(ReadOnlySpan<byte> answer)
    {
        try
        {
            var reader = new Utf8JsonReader(answer);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return Ok;

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isStatus = reader.ValueTextEquals("statusCode"u8);
                reader.Read();
                if (isStatus && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var status))
                    return status;
                reader.Skip();
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // No JSON, or JSON whose text is none: the gateway hands such an answer on as it is.
        }

        return Ok;
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace Lambda.Local.HttpApi.Responses;

/// <summary>Strings out of JSON that a function wrote, which may be anything.</summary>
internal static class JsonText
{
    /// <summary>The UTF-8 of a JSON string; false when the whole is anything else.</summary>
    public static bool TryUnquote(ReadOnlySpan<byte> payload, out Span<byte> text)
    {
        text = default;
        try
        {
            var json = new Utf8JsonReader(payload);
            if (!json.Read() || json.TokenType != JsonTokenType.String)
                return false;

            // Unescaping never makes a string longer.
            Span<byte> copy = new byte[json.ValueSpan.Length];
            text = copy[..json.CopyString(copy)];
            return !json.Read();
        }
        catch (Exception cause) when (cause is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>A name or a scalar as text; false for an object, a list, or a string that is no text.</summary>
    public static bool TryRead(ref Utf8JsonReader json, [NotNullWhen(true)] out string? text)
    {
        text = null;
        try
        {
            text = json.TokenType switch
            {
                JsonTokenType.PropertyName or JsonTokenType.String => json.GetString(),
                JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False =>
                    Encoding.UTF8.GetString(json.ValueSpan),
                _ => null,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }

        return text is not null;
    }
}

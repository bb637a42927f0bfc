using System.Buffers.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Lambda.Local.HttpApi.Jwt;

/// <summary>The spelling of tokens, read as strictly as the standards allow: one token, one spelling.</summary>
internal static class JwtText
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    /// <summary>The bytes of a segment without padding, white space or stray bits at its end; else null.</summary>
    public static byte[]? Decode(ReadOnlySpan<char> segment)
    {
        var bytes = new byte[Base64Url.GetMaxDecodedLength(segment.Length)];
        try
        {
            if (!Base64Url.TryDecodeFromChars(segment, bytes, out var length))
                return null;

            bytes = bytes[..length];
        }
        catch (FormatException)
        {
            return null;
        }

        return segment.SequenceEqual(Base64Url.EncodeToString(bytes)) ? bytes : null;
    }

    /// <summary>A segment's JSON object, in which no name occurs twice; else null.</summary>
    public static JsonElement? DecodeObject(ReadOnlySpan<char> segment)
    {
        if (Decode(segment) is not { } json || !Utf8.IsValid(json))
            return null;

        try
        {
            var element = JsonElement.Parse(json, Strict);
            return element.ValueKind == JsonValueKind.Object && IsReadable(element) ? element : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether all of its text is text.</summary>
    /// <remarks><c>"\ud800"</c> is valid JSON and no text; whoever reads it later would fail.</remarks>
    public static bool IsReadable(JsonElement element)
    {
        try
        {
            return element.ValueKind switch
            {
                JsonValueKind.Object =>
                    element.EnumerateObject().All(member => member.Name is not null && IsReadable(member.Value)),
                JsonValueKind.Array => element.EnumerateArray().All(IsReadable),
                JsonValueKind.String => element.GetString() is not null,
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}

using System.Text.Json;
using Lambda.Local.HttpApi.Responses;

namespace Lambda.Local.Console.History;

/// <summary>What a problem document (RFC 9457), or another refusal, says, as far as a line has room for it.</summary>
/// <remarks>The sign-in and the object store leave theirs with the request, for whoever records it.</remarks>
internal sealed record ProblemText(string? Code, string? Title, string? Detail)
{
    private const int MaxText = 500;

    /// <returns>Null where a function's answer holds no such document.</returns>
    public static ProblemText? Read(ReadOnlySpan<byte> result)
    {
        var answer = FunctionResponse.Read(result);
        if (answer.Kind is not ResponseKind.Complete || answer.IsBase64 || answer.Body.IsEmpty
            || !JsonText.TryUnquote(answer.Body, out var body))
        {
            return null;
        }

        try
        {
            return ReadBody(body);
        }
        // The second for a name that is no text, such as "\ud800".
        catch (Exception cause) when (cause is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static ProblemText? ReadBody(ReadOnlySpan<byte> body)
    {
        var json = new Utf8JsonReader(body);
        if (!json.Read() || json.TokenType is not JsonTokenType.StartObject)
            return null;

        string? code = null, title = null, detail = null;
        while (json.Read() && json.TokenType is JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("code"u8))
                code = ReadText(ref json);
            else if (json.ValueTextEquals("title"u8))
                title = ReadText(ref json);
            else if (json.ValueTextEquals("detail"u8))
                detail = ReadText(ref json);
            else
                json.Skip();
        }

        return (code ?? title ?? detail) is null ? null : new ProblemText(code, title, detail);
    }

    private static string? ReadText(ref Utf8JsonReader json)
    {
        json.Read();
        var isText = json.TokenType is JsonTokenType.String;
        var text = isText && JsonText.TryRead(ref json, out var read) ? read : null;
        json.Skip();
        return text?.Length > MaxText ? text[..MaxText] : text;
    }
}

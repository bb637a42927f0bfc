using System.Text.Json;

namespace Lambda.Local.Console.Showing;

/// <summary>Writes JSON as it may be shown: its shape, without its secrets, and not at any length.</summary>
/// <param name="path">What is shown for a request's path; null where the JSON is about no request.</param>
internal sealed class MaskedJson(string? path = null)
{
    private const int MaxDepth = 24;
    private const int MaxMembers = 200;
    private const int MaxText = 2000;

    /// <summary>Text that holds JSON as such, anything else as a note about it.</summary>
    public void WriteText(Utf8JsonWriter json, ReadOnlyMemory<byte> text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            Write(json, document.RootElement, "", 0);
        }
        catch (JsonException)
        {
            json.WriteStringValue($"{text.Length} bytes that are no JSON");
        }
    }

    private void Write(Utf8JsonWriter json, JsonElement value, string name, int depth)
    {
        if (depth > MaxDepth)
            json.WriteStringValue("…");
        else if (value.ValueKind is not JsonValueKind.Null && Secrets.IsNamed(name))
            json.WriteStringValue(Secrets.Mask);
        else if (value.ValueKind is JsonValueKind.Object)
            WriteObject(json, value, depth);
        else if (value.ValueKind is JsonValueKind.Array)
            WriteArray(json, value, name, depth);
        else if (value.ValueKind is JsonValueKind.String)
            WriteString(json, value, name, depth);
        else
            value.WriteTo(json);
    }

    private void WriteObject(Utf8JsonWriter json, JsonElement value, int depth)
    {
        (string Name, JsonElement Value)[] members =
            [.. value.EnumerateObject().Take(MaxMembers).Select(member => (NameOf(member), member.Value))];
        var isBase64 = members.Any(member =>
            member.Name is "isBase64Encoded" && member.Value.ValueKind is JsonValueKind.True);
        json.WriteStartObject();
        foreach (var (name, item) in members)
        {
            json.WritePropertyName(name);
            if (isBase64 && name is "body" && item.ValueKind is JsonValueKind.String)
                WriteBytes(json, item);
            else
                Write(json, item, name, depth + 1);
        }

        json.WriteEndObject();
    }

    private void WriteArray(Utf8JsonWriter json, JsonElement value, string name, int depth)
    {
        json.WriteStartArray();
        foreach (var item in value.EnumerateArray().Take(MaxMembers))
            Write(json, item, name, depth + 1);
        json.WriteEndArray();
    }

    private void WriteString(Utf8JsonWriter json, JsonElement value, string name, int depth)
    {
        var text = TextOf(value);
        if (path is not null && name is "rawPath" or "path")
            json.WriteStringValue(path);
        else if (name is "body" && text.AsSpan().TrimStart() is ['{' or '[', ..])
            WriteBody(json, text, depth);
        else if (name is "rawQueryString")
            json.WriteStringValue(text is "" ? "" : "shown as queryStringParameters");
        else
            json.WriteStringValue(Secrets.Hide(text.Length > MaxText ? text[..MaxText] + "…" : text));
    }

    // The gateway sends JSON this way too where its client calls it a form.
    private static void WriteBytes(Utf8JsonWriter json, JsonElement value)
    {
        if (!value.TryGetBytesFromBase64(out var bytes))
            json.WriteStringValue("text that is no base64");
        else if (bytes.AsSpan().TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[', ..])
            new MaskedJson().WriteText(json, bytes);
        else
            json.WriteStringValue($"{bytes.Length} bytes");
    }

    // Shown as JSON, so that its members can be told apart.
    private void WriteBody(Utf8JsonWriter json, string text, int depth)
    {
        try
        {
            using var body = JsonDocument.Parse(text);
            new MaskedJson().Write(json, body.RootElement, "", depth + 1);
        }
        catch (JsonException)
        {
            json.WriteStringValue($"{text.Length} characters that are no JSON");
        }
    }

    private static string NameOf(JsonProperty member) => TextOf(() => member.Name);

    private static string TextOf(JsonElement value) => TextOf(() => value.GetString()!);

    private static string TextOf(Func<string> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            return "text that is no Unicode";
        }
    }
}

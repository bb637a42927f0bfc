using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>A placeholder's argument as JSON, without reflection.</summary>
internal static class LogValue
{
    /// <summary>Deeper than a log line is of use, and than a list that holds itself may go.</summary>
    private const int Deepest = 8;

    /// <summary>Text, numbers, times, and lists and dictionaries of them; of anything else its text.</summary>
    public static void Write(Utf8JsonWriter json, object? value, int depth = 0)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case string text: json.WriteStringValue(text); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case byte or sbyte or short or ushort or int or uint or long:
                json.WriteNumberValue(((IConvertible)value).ToInt64(CultureInfo.InvariantCulture));
                break;
            case ulong number: json.WriteNumberValue(number); break;
            case float number when float.IsFinite(number): json.WriteNumberValue(number); break;
            case double number when double.IsFinite(number): json.WriteNumberValue(number); break;
            case decimal number: json.WriteNumberValue(number); break;
            case DateTime time: json.WriteStringValue(time); break;
            case DateTimeOffset time: json.WriteStringValue(time); break;
            case JsonElement { ValueKind: not JsonValueKind.Undefined } element: element.WriteTo(json); break;
            case JsonNode node: node.WriteTo(json); break;
            case byte[] bytes: json.WriteBase64StringValue(bytes); break;
            case IFormattable other: json.WriteStringValue(other.ToString(null, CultureInfo.InvariantCulture)); break;
            case IDictionary members when depth < Deepest: WriteMembers(json, members, depth); break;
            case IEnumerable items when depth < Deepest: WriteItems(json, items, depth); break;
            default: json.WriteStringValue(value.ToString()); break;
        }
    }

    /// <summary>
    /// What <c>{@name}</c> becomes: JSON by the function's own serializer, which knows the function's types; null when
    /// it does not know this one.
    /// </summary>
    public static string? Serialize(object value, ILambdaSerializer? serializer)
    {
        using var stream = new MemoryStream();
        if (value is string or IConvertible or JsonElement or JsonNode or IDictionary)
        {
            using (var json = new Utf8JsonWriter(stream, LogJson.Relaxed))
                Write(json, value);
            return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
        }

        if (serializer is null)
            return null;

        try
        {
            serializer.Serialize(value, stream);
            var text = Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
            using var check = JsonDocument.Parse(text);
            return text;
        }
        catch (Exception)
        {
            // Whatever kept the serializer from it: a line with the value's plain text beats a failed invocation.
            return null;
        }
    }

    private static void WriteMembers(Utf8JsonWriter json, IDictionary members, int depth)
    {
        json.WriteStartObject();
        foreach (DictionaryEntry member in members)
        {
            json.WritePropertyName(Convert.ToString(member.Key, CultureInfo.InvariantCulture) ?? "");
            Write(json, member.Value, depth + 1);
        }

        json.WriteEndObject();
    }

    private static void WriteItems(Utf8JsonWriter json, IEnumerable items, int depth)
    {
        json.WriteStartArray();
        foreach (var item in items)
            Write(json, item, depth + 1);
        json.WriteEndArray();
    }
}

using System.Text;
using System.Text.Json;

namespace Amazon.Lambda.DynamoDBEvents;

/// <summary>Items of a stream as plain JSON, which higher interfaces of the AWS SDK can read.</summary>
/// <remarks>
/// Sets become lists, bytes become base64, and numbers keep all their digits. A value without any type is null.
/// </remarks>
public static class ExtensionMethods
{
    /// <summary>The item on one line; <c>{}</c> when there is none.</summary>
    public static string ToJson(this Dictionary<string, DynamoDBEvent.AttributeValue>? item) => Write(item, false);

    /// <summary>The item on many lines; <c>{}</c> when there is none.</summary>
    public static string ToJsonPretty(this Dictionary<string, DynamoDBEvent.AttributeValue>? item) => Write(item, true);

    private static string Write(Dictionary<string, DynamoDBEvent.AttributeValue>? item, bool isIndented)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json, new JsonWriterOptions { Indented = isIndented }))
            WriteMap(writer, item ?? []);
        return Encoding.UTF8.GetString(json.ToArray());
    }

    private static void WriteMap(Utf8JsonWriter writer, Dictionary<string, DynamoDBEvent.AttributeValue> map)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in map)
        {
            writer.WritePropertyName(name);
            WriteValue(writer, value);
        }

        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, DynamoDBEvent.AttributeValue value)
    {
        switch (value)
        {
            case { S: { } text }:
                writer.WriteStringValue(text);
                break;
            case { N: { } number }:
                writer.WriteRawValue(number);
                break;
            case { B: { } bytes }:
                writer.WriteBase64StringValue(bytes.ToArray());
                break;
            case { BOOL: { } truth }:
                writer.WriteBooleanValue(truth);
                break;
            case { M: { } map }:
                WriteMap(writer, map);
                break;
            case { L: { } list }:
                WriteList(writer, list, each => WriteValue(writer, each));
                break;
            case { SS: { } texts }:
                WriteList(writer, texts, writer.WriteStringValue);
                break;
            case { NS: { } numbers }:
                WriteList(writer, numbers, number => writer.WriteRawValue(number));
                break;
            case { BS: { } many }:
                WriteList(writer, many, bytes => writer.WriteBase64StringValue(bytes.ToArray()));
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    private static void WriteList<T>(Utf8JsonWriter writer, List<T> list, Action<T> write)
    {
        writer.WriteStartArray();
        list.ForEach(write);
        writer.WriteEndArray();
    }
}

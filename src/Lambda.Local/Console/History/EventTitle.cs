using System.Text.Json;

namespace Lambda.Local.Console.History;

/// <summary>What an event that is no request is about, in a few words.</summary>
internal static class EventTitle
{
    /// <returns>Such as <c>Scheduled Event</c> or <c>ObjectCreated:Put u/1/2</c>; the fallback for any other.</returns>
    public static string Of(ReadOnlyMemory<byte> payload, string fallback)
    {
        try
        {
            using var document = JsonDocument.Parse(payload);
            var root = document.RootElement;
            return Text(root, "detail-type") ?? OfRecord(Member(root, "Records")) ?? fallback;
        }
        catch (Exception cause) when (cause is JsonException or InvalidOperationException)
        {
            return fallback;
        }
    }

    private static string? OfRecord(JsonElement records)
    {
        if (records.ValueKind is not JsonValueKind.Array || records.GetArrayLength() == 0)
            return null;

        var record = records[0];
        var name = Text(record, "eventName") ?? Text(record, "eventSource") ?? Text(record, "EventSource");
        var key = Text(Member(Member(record, "s3"), "object"), "key");
        return key is null ? name : $"{name} {key}";
    }

    private static JsonElement Member(JsonElement value, string name) =>
        value.ValueKind is JsonValueKind.Object && value.TryGetProperty(name, out var member) ? member : default;

    private static string? Text(JsonElement value, string name) =>
        Member(value, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}

using System.Text.Json;
using Lambda.Local.Console.Faults;

namespace Lambda.Local.Console.Api;

/// <summary>A fault as JSON: <c>{"answer": "throttle" or "fail", "delayMs": 500}</c>, one of them or both.</summary>
internal static class FaultJson
{
    public const string Grammar =
        """A fault is {"answer": "throttle"} or {"answer": "fail"}, {"delayMs": 1 to 60000}, or both members.""";

    /// <returns>Null for anything that is no fault.</returns>
    public static Fault? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return Read(document.RootElement);
        }
        // The second for text that is no text, such as "\ud800".
        catch (Exception cause) when (cause is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    public static void Write(Utf8JsonWriter json, Fault fault)
    {
        json.WriteStartObject();
        if (fault.Kind is not FaultKind.None)
            json.WriteString("answer", fault.Kind is FaultKind.Throttle ? "throttle" : "fail");
        if (fault.Delay > TimeSpan.Zero)
            json.WriteNumber("delayMs", fault.Delay.TotalMilliseconds);
        json.WriteEndObject();
    }

    private static Fault? Read(JsonElement root)
    {
        if (root.ValueKind is not JsonValueKind.Object)
            return null;

        var (kind, delay) = (FaultKind.None, 0);
        foreach (var member in root.EnumerateObject())
        {
            var isKnown = member.Name switch
            {
                "answer" => TryReadKind(member.Value, out kind),
                "delayMs" => member.Value.ValueKind is JsonValueKind.Number && member.Value.TryGetInt32(out delay)
                    && delay is > 0 && delay <= Fault.MaxDelay.TotalMilliseconds,
                _ => false,
            };
            if (!isKnown)
                return null;
        }

        return kind is FaultKind.None && delay == 0 ? null : new Fault(kind, TimeSpan.FromMilliseconds(delay));
    }

    private static bool TryReadKind(JsonElement value, out FaultKind kind)
    {
        kind = value.ValueKind is not JsonValueKind.String ? FaultKind.None : value.GetString() switch
        {
            "throttle" => FaultKind.Throttle,
            "fail" => FaultKind.Fail,
            _ => FaultKind.None,
        };
        return kind is not FaultKind.None;
    }
}

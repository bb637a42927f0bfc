using System.Text.Json;
using Lambda.Local.Console.Faults;
using Lambda.Local.Console.History;
using Lambda.Local.Invoking;

namespace Lambda.Local.Console.Api;

/// <summary>Writes a function: of its environment the names alone.</summary>
internal static class FunctionJson
{
    public static void Write(Utf8JsonWriter json, FunctionDescription function, Tally tally, Fault? fault)
    {
        json.WriteStartObject();
        json.WriteString("name", function.LogicalId);
        json.WriteString("handler", HandlerOf(function));
        json.WriteNumber("timeoutSeconds", function.Timeout.TotalSeconds);
        json.WriteNumber("memoryMegabytes", function.MemoryMegabytes);
        json.WriteStartArray("environment");
        foreach (var name in function.Environment.Keys.Order(StringComparer.Ordinal))
            json.WriteStringValue(name);
        json.WriteEndArray();
        WriteNews(json, tally, fault);
        json.WriteEndObject();
    }

    /// <summary>What of it changes.</summary>
    public static void WriteNews(Utf8JsonWriter json, Tally tally, Fault? fault)
    {
        json.WriteNumber("calls", tally.Calls);
        json.WriteNumber("errors", tally.Errors);
        if (fault is null)
            return;

        json.WritePropertyName("fault");
        FaultJson.Write(json, fault);
    }

    private static string HandlerOf(FunctionDescription function) =>
        function.Environment.GetValueOrDefault(FunctionAssembly.HandlerVariable, function.Handler);
}

using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>Lines for machines: one JSON object each, with a member for each named placeholder.</summary>
internal static class LogJson
{
    public static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The members that lines have anyway; a placeholder of such a name does not write it twice.</summary>
    private static readonly HashSet<string> Members =
    [
        "timestamp", "level", "requestId", "tenantId", "traceId", "message", "errorType", "errorMessage", "stackTrace",
    ];

    public static string Of(LogEntry entry)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line, Relaxed))
        {
            json.WriteStartObject();
            json.WriteString("timestamp", LogText.Time(entry.Time));
            WriteText(json, "level", entry.Level);
            WriteText(json, "requestId", entry.Invocation?.RequestId);
            WriteText(json, "tenantId", entry.Invocation?.TenantId);
            WriteText(json, "traceId", entry.Invocation?.TraceId);
            json.WriteString("message", entry.Message.Text);
            WriteValues(json, entry.Message.Values);
            WriteException(json, entry.Exception);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length);
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
            json.WriteString(name, text);
    }

    private static void WriteValues(Utf8JsonWriter json, List<FilledPlaceholder> values)
    {
        if (values.Count == 0)
            return;

        var written = new HashSet<string>(Members);
        foreach (var value in values)
        {
            if (value.IsPosition || !written.Add(value.Name))
                continue;

            json.WritePropertyName(value.Name);
            if (value.Json is not null)
                json.WriteRawValue(value.Json);
            else
                LogValue.Write(json, value.Value);
        }
    }

    private static void WriteException(Utf8JsonWriter json, Exception? exception)
    {
        if (exception is null)
            return;

        json.WriteString("errorType", exception.GetType().FullName);
        json.WriteString("errorMessage", ExceptionText.Message(exception));
        json.WriteStartArray("stackTrace");
        foreach (var frame in ExceptionText.Whole(exception).Split('\n', StringSplitOptions.TrimEntries))
            json.WriteStringValue(frame);
        json.WriteEndArray();
    }
}

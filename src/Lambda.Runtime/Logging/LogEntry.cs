using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>One line of the log, before it has a form.</summary>
internal sealed record LogEntry(DateTimeOffset Time, LogLevel Level, string? RequestId, string? TraceId, string Message)
{
    private const string TimeFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";

    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The members every JSON line has; a placeholder of such a name does not write it twice.</summary>
    private static readonly HashSet<string> Members =
        ["timestamp", "level", "requestId", "traceId", "message", "errorType", "errorMessage", "stackTrace"];

    public object?[] Arguments { get; init; } = [];

    public Exception? Exception { get; init; }

    /// <summary><c>time TAB request TAB level TAB message</c>, then the exception.</summary>
    public string ToText()
    {
        var time = Time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);
        var line = $"{time}\t{RequestId}\t{ShortName(Level)}\t{MessageTemplate.Fill(Message, Arguments).Text}";
        return Exception is null ? line : $"{line}\n{Exception}";
    }

    /// <summary>One JSON object on one line; placeholders are members of it.</summary>
    public string ToJson()
    {
        var (text, values) = MessageTemplate.Fill(Message, Arguments);

        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line, Relaxed))
        {
            json.WriteStartObject();
            json.WriteString("timestamp", Time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture));
            json.WriteString("level", Level.ToString());
            if (RequestId is not null)
                json.WriteString("requestId", RequestId);
            if (TraceId is not null)
                json.WriteString("traceId", TraceId);
            json.WriteString("message", text);
            WriteValues(json, values);
            WriteException(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length);
    }

    private static void WriteValues(Utf8JsonWriter json, List<FilledPlaceholder> values)
    {
        var written = new HashSet<string>(Members);
        foreach (var (name, _, value, _) in values)
        {
            if (!written.Add(name))
                continue;

            json.WritePropertyName(name);
            Write(json, value);
        }
    }

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case int number: json.WriteNumberValue(number); break;
            case long number: json.WriteNumberValue(number); break;
            case double number when double.IsFinite(number): json.WriteNumberValue(number); break;
            case decimal number: json.WriteNumberValue(number); break;
            case DateTime time: json.WriteStringValue(time); break;
            case DateTimeOffset time: json.WriteStringValue(time); break;
            case IFormattable other: json.WriteStringValue(other.ToString(null, CultureInfo.InvariantCulture)); break;
            default: json.WriteStringValue(value.ToString()); break;
        }
    }

    private void WriteException(Utf8JsonWriter json)
    {
        if (Exception is null)
            return;

        json.WriteString("errorType", Exception.GetType().FullName);
        json.WriteString("errorMessage", Exception.Message);
        json.WriteStartArray("stackTrace");
        foreach (var frame in Exception.ToString().Split('\n', StringSplitOptions.TrimEntries))
            json.WriteStringValue(frame);
        json.WriteEndArray();
    }

    private static string ShortName(LogLevel level) => level switch
    {
        LogLevel.Trace => "trce",
        LogLevel.Debug => "dbug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        LogLevel.Error => "fail",
        LogLevel.Critical => "crit",
    };
}

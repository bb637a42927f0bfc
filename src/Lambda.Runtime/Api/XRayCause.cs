using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Amazon.Lambda.RuntimeSupport.Logging;

namespace Amazon.Lambda.RuntimeSupport.Api;

/// <summary>Where and why it failed, as X-Ray shows it on the trace, which the caller does not see.</summary>
/// <remarks>
/// <code>
/// { "working_directory": "…", "exceptions": [ { "type", "message", "stack": [ { "path", "line", "label" } ] } ],
///   "paths": [ … ] }
/// </code>
/// Travels in a header: one line of ASCII, and short, as a server may refuse long headers together with the report.
/// </remarks>
internal static class XRayCause
{
    private const int LongestMessage = 500;
    private const int MostExceptions = 3;
    private const int MostFrames = 12;

    public static string Of(Exception error)
    {
        var paths = new List<string>();
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            json.WriteString("working_directory", Environment.CurrentDirectory);
            json.WriteStartArray("exceptions");
            var left = MostExceptions;
            for (var exception = error; exception is not null && left-- > 0; exception = exception.InnerException)
                Write(json, exception, paths);
            json.WriteEndArray();
            json.WriteStartArray("paths");
            foreach (var path in paths)
                json.WriteStringValue(path);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.ASCII.GetString(line.GetBuffer(), 0, (int)line.Length);
    }

    private static void Write(Utf8JsonWriter json, Exception exception, List<string> paths)
    {
        var message = ExceptionText.Message(exception);
        json.WriteStartObject();
        json.WriteString("type", exception.GetType().Name);
        json.WriteString("message", message.Length > LongestMessage ? message[..LongestMessage] : message);
        json.WriteStartArray("stack");
        foreach (var frame in new StackTrace(exception, fNeedFileInfo: true).GetFrames().Take(MostFrames))
        {
            var method = DiagnosticMethodInfo.Create(frame);
            json.WriteStartObject();
            if (frame.GetFileName() is { } path)
            {
                json.WriteString("path", path);
                json.WriteNumber("line", frame.GetFileLineNumber());
                if (!paths.Contains(path))
                    paths.Add(path);
            }

            json.WriteString("label", method is null ? "?" : $"{method.DeclaringTypeName}.{method.Name}");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}

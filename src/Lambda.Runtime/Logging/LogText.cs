using System.Buffers;
using System.Globalization;
using System.Text;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>Lines for people: <c>time TAB request TAB level TAB message</c>, then the exception.</summary>
/// <remarks>
/// The rest of a message of several lines is indented where it is not yet. A line that begins with a time is therefore
/// always one of the log's own, whatever text a caller got into a message. Other control characters are blanks.
/// </remarks>
internal static class LogText
{
    /// <summary>What ends a line to one reader or another, and what would steer a terminal.</summary>
    private static readonly SearchValues<char> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, 0x100).Select(code => (char)code).Where(IsNoTabButControl), '\u2028', '\u2029']);

    public static string Of(LogEntry entry)
    {
        var line = new StringBuilder(128)
            .Append(Time(entry.Time)).Append('\t')
            .Append(entry.Invocation?.RequestId).Append('\t');
        if (entry.Level.Length > 0)
            line.Append(ShortName(entry.Level)).Append('\t');
        AppendLines(line, entry.Message.Text);

        if (entry.Exception is { } exception)
        {
            var text = ExceptionText.Whole(exception);
            line.Append(text.StartsWith(exception.GetType().FullName!, StringComparison.Ordinal) ? "\n" : "\n\t");
            AppendLines(line, text);
        }

        return line.ToString();
    }

    /// <summary>In UTC, to the millisecond.</summary>
    public static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    /// <summary>The message and the exception as they are.</summary>
    public static string Unformatted(LogEntry entry) =>
        entry.Exception is null ? entry.Message.Text : $"{entry.Message.Text}\n{ExceptionText.Whole(entry.Exception)}";

    private static void AppendLines(StringBuilder line, string text)
    {
        if (!text.AsSpan().ContainsAny(Controls))
        {
            line.Append(text);
            return;
        }

        var isFirst = true;
        foreach (var part in text.AsSpan().TrimEnd("\r\n").EnumerateLines())
        {
            if (!isFirst)
                line.Append('\n').Append(part is [' ' or '\t', ..] ? "" : "\t");
            foreach (var letter in part)
                line.Append(Controls.Contains(letter) ? ' ' : letter);
            isFirst = false;
        }
    }

    private static bool IsNoTabButControl(char letter) => letter != '\t' && char.IsControl(letter);

    private static string ShortName(string level) => level switch
    {
        nameof(LogLevel.Trace) => "trce",
        nameof(LogLevel.Debug) => "dbug",
        nameof(LogLevel.Information) => "info",
        nameof(LogLevel.Warning) => "warn",
        nameof(LogLevel.Error) => "fail",
        nameof(LogLevel.Critical) => "crit",
        _ => level,
    };
}

using Microsoft.Extensions.Logging;

namespace Lambda.Local.Isolated;

/// <summary>A line that a function's process printed.</summary>
/// <param name="RequestId">Of the event it is about; empty where it does not say.</param>
internal readonly record struct FunctionLine(LogLevel Level, string RequestId, string Text)
{
    private const int TimeLength = 24; // 2026-11-21T09:00:00.000Z

    /// <summary>
    /// Reads <c>time TAB request TAB level TAB message</c>, as .NET's bootstraps write; anything else is the text as it
    /// is.
    /// </summary>
    public static FunctionLine Of(string line, bool isError)
    {
        var plain = new FunctionLine(isError ? LogLevel.Error : LogLevel.Information, "", line);
        if (line.Length <= TimeLength || line[TimeLength] != '\t' || line[TimeLength - 1] != 'Z')
            return plain;

        return line.Split('\t', 4) switch
        {
            [_, var id, var level, var text] when LevelOf(level) is { } known => new FunctionLine(known, id, text),
            [_, var id, .. var rest] => plain with { RequestId = id, Text = string.Join(' ', rest) },
            _ => plain,
        };
    }

    private static LogLevel? LevelOf(string name) => name switch
    {
        "trce" => LogLevel.Trace,
        "dbug" => LogLevel.Debug,
        "info" => LogLevel.Information,
        "warn" => LogLevel.Warning,
        "fail" => LogLevel.Error,
        "crit" => LogLevel.Critical,
        _ => null,
    };
}

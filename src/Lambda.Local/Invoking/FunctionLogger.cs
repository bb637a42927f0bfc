using Amazon.Lambda.Core;
using Microsoft.Extensions.Logging;
using HostLevel = Microsoft.Extensions.Logging.LogLevel;

namespace Lambda.Local.Invoking;

/// <summary>A function's log lines, among those of the host.</summary>
internal sealed class FunctionLogger(ILogger log) : ILambdaLogger
{
    public void Log(string message) => LogLine(message);

    public void LogLine(string message) => Write(HostLevel.Information, null, message);

    public void Log(string level, string message) => Write(LevelOf(level), null, message);

    public void Log(string level, string message, params object?[] args) => Write(LevelOf(level), null, message, args);

    public void Log(string level, Exception exception, string message, params object?[] args) =>
        Write(LevelOf(level), exception, message, args);

    private static HostLevel LevelOf(string level) =>
        Enum.TryParse<HostLevel>(level, ignoreCase: true, out var known) ? known : HostLevel.Information;

#pragma warning disable CA1848, CA2254 // The text is the function's own; it is not known before.
    private void Write(HostLevel level, Exception? exception, string message, params object?[] args) =>
        log.Log(level, exception, message, args);
#pragma warning restore CA1848, CA2254
}

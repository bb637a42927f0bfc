using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Api;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>Writes log lines where Lambda collects them, as text or as JSON.</summary>
internal sealed class ConsoleLogger(
    TextWriter output, bool asJson, LogLevel minimum, TimeProvider clock, InvocationHead? invocation = null)
    : ILambdaLogger
{
    /// <summary>The same log, with the invocation's id on every line.</summary>
    public ConsoleLogger For(InvocationHead head) => new(output, asJson, minimum, clock, head);

    public void Log(string message) => output.Write(message);

    public void LogLine(string message) => Write(LogLevel.Information, null, message, []);

    public void Log(string level, string message) => Write(Level(level), null, message, []);

    public void Log(string level, string message, params object?[] args) => Write(Level(level), null, message, args);

    public void Log(string level, Exception exception, string message, params object?[] args) =>
        Write(Level(level), exception, message, args);

    // What a level is called is the caller's text; a name nobody knows is still worth writing.
    private static LogLevel Level(string name) =>
        Enum.TryParse<LogLevel>(name, ignoreCase: true, out var level) && Enum.IsDefined(level)
            ? level
            : LogLevel.Information;

    private void Write(LogLevel level, Exception? exception, string message, object?[] args)
    {
        if (level < minimum)
            return;

        var entry = new LogEntry(clock.GetUtcNow(), level, invocation?.RequestId, invocation?.TraceId, message)
        {
            Arguments = args,
            Exception = exception,
        };
        output.WriteLine(asJson ? entry.ToJson() : entry.ToText());
    }
}

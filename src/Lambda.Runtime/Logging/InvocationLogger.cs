using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Api;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>The log of one event, or of the time before the first.</summary>
internal sealed class InvocationLogger : ILambdaLogger
{
    private readonly LogWriter _writer;
    private readonly TimeProvider _clock;
    private readonly InvocationHead? _invocation;
    private readonly ILambdaSerializer? _serializer;

    public InvocationLogger(
        LogWriter writer, TimeProvider clock, InvocationHead? invocation = null, ILambdaSerializer? serializer = null)
    {
        (_writer, _clock, _invocation, _serializer) = (writer, clock, invocation, serializer);
        Out = new ConsoleLines(line => Write(nameof(LogLevel.Information), null, line, []));
        Error = new ConsoleLines(line => Write(nameof(LogLevel.Error), null, line, []));
    }

    /// <summary>What is written to the console meanwhile.</summary>
    public ConsoleLines Out { get; }

    /// <summary>What is written to the console's error stream meanwhile.</summary>
    public ConsoleLines Error { get; }

    public void Log(string message) => _writer.Write(message);

    public void LogLine(string message) => Write(nameof(LogLevel.Information), null, message, []);

    public void Log(string level, string message) => Write(level, null, message, []);

    public void Log(string level, string message, params object?[] args) => Write(level, null, message, args);

    public void Log(string level, Exception exception, string message, params object?[] args) =>
        Write(level, exception, message, args);

    /// <summary>Writes what has no line end yet: the next line on the console is another event's.</summary>
    public void Flush()
    {
        Out.Flush();
        Error.Flush();
    }

    private void Write(string level, Exception? exception, string message, object?[] args)
    {
        // What a level is called is the caller's text; a name nobody knows is worth writing whatever the minimum.
        if (Enum.TryParse<LogLevel>(level, ignoreCase: true, out var known) && Enum.IsDefined(known))
        {
            if (!_writer.Wants(known))
                return;
            level = known.ToString();
        }

        var filled = MessageTemplate.Fill(message ?? "", args, value => LogValue.Serialize(value, _serializer));
        _writer.Write(new LogEntry(_clock.GetUtcNow(), level ?? "", filled)
        {
            Invocation = _invocation,
            Exception = exception,
        });
    }
}

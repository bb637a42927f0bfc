using Microsoft.Extensions.Logging;

namespace Lambda.Local.Invoking;

/// <summary>One event for a function, and what the function logged while it worked on it.</summary>
/// <param name="payload">
/// The event's JSON; unchanged until the function has ended, even if that is after the answer.
/// </param>
internal sealed class Invocation(ReadOnlyMemory<byte> payload)
{
    private const int MaxLines = 200;

    private readonly List<LogLine> _lines = [];

    public ReadOnlyMemory<byte> Payload => payload;

    /// <summary>What the function logged so far; of a talkative one the first 200 lines.</summary>
    public IReadOnlyList<LogLine> Lines
    {
        get
        {
            lock (_lines)
                return [.. _lines];
        }
    }

    /// <summary>May be called from any thread, also after the function was given up.</summary>
    public void Write(LogLevel level, string text)
    {
        lock (_lines)
        {
            if (_lines.Count < MaxLines)
                _lines.Add(new LogLine(level, text));
        }
    }
}

/// <summary>A line of a function's log.</summary>
internal readonly record struct LogLine(LogLevel Level, string Text);

using Microsoft.Extensions.Logging;

namespace Lambda.Local.Invoking;

/// <summary>What a function logs about one event: of a talkative one the beginning.</summary>
internal sealed class LogLines
{
    private const int MaxLines = 200;
    private const int MaxLineLength = 4096;
    private const int MaxLength = 32 * 1024;

    private readonly List<LogLine> _lines = [];
    private int _length;

    public int Count => _lines.Count;

    public IReadOnlyList<LogLine> Copy()
    {
        lock (_lines)
            return [.. _lines];
    }

    /// <summary>May be called from any thread.</summary>
    public void Write(LogLevel level, string text)
    {
        lock (_lines)
        {
            var room = Math.Min(MaxLineLength, MaxLength - _length);
            if (_lines.Count >= MaxLines || room <= 0)
                return;

            var line = text.Length > room ? text[..room] : text;
            _lines.Add(new LogLine(level, line));
            _length += line.Length;
        }
    }
}

/// <summary>A line of a function's log.</summary>
internal readonly record struct LogLine(LogLevel Level, string Text);

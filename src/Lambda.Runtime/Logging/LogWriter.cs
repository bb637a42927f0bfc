using System.Text;
using Amazon.Lambda.Core;
using Amazon.Lambda.Observing;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>Where the lines of a process go, and in which form: whole lines, one after the other.</summary>
/// <param name="open">Called with the first line, as a start without one need not wait for a console.</param>
internal sealed class LogWriter(Func<TextWriter> open, LogFormat format, LogLevel minimum)
{
    private readonly Lock _gate = new();
    private TextWriter? _output;
    private char[] _letters = [];

    public bool Wants(LogLevel level) => level >= minimum;

    /// <summary>Writes text as it is, but for secrets.</summary>
    public void Write(string text)
    {
        var shown = MaskedText.Of(text);
        lock (_gate)
        {
            Output.Write(shown);
            Output.Flush();
        }
    }

    /// <summary>Writes ASCII as it is, made without a text for each line.</summary>
    public void WriteAscii(ReadOnlySpan<byte> line)
    {
        lock (_gate)
        {
            if (_letters.Length < line.Length)
                _letters = new char[line.Length * 2];

            Output.Write(_letters.AsSpan(0, Encoding.ASCII.GetChars(line, _letters)));
            Output.Flush();
        }
    }

    public void Write(LogEntry entry)
    {
        var line = format switch
        {
            LogFormat.Text => LogText.Of(entry),
            LogFormat.Unformatted => LogText.Unformatted(entry),
            LogFormat.Json => LogJson.Of(entry),
        };

        // The end goes with the line: half of it may be all that is written when a sandbox is frozen in between.
        Write(line + "\n");
    }

    private TextWriter Output => _output ??= open();
}

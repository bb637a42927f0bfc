using System.Text;

namespace Lambda.Local;

/// <summary>
/// Lines on their way to the standard output, as many at a time as have come together: whoever logs does not wait for
/// the terminal, and a line more is not a system call more.
/// </summary>
internal sealed class ConsoleLines : IDisposable
{
    // A terminal that stands still may hold up the program, but not fill its memory.
    private const int MaxWaiting = 1024 * 1024;

    private readonly Stream _output;
    private readonly Thread _writer;

    private StringBuilder _waiting = new();
    private bool _isEnded;

    public ConsoleLines(Stream output)
    {
        _output = output;
        _writer = new Thread(WriteUntilEnd) { IsBackground = true, Name = nameof(ConsoleLines) };
        _writer.Start();
    }

    public void Add(string line)
    {
        lock (_writer)
        {
            while (_waiting.Length > MaxWaiting && !_isEnded)
                Monitor.Wait(_writer);

            if (_waiting.Length == 0)
                Monitor.PulseAll(_writer);
            _waiting.Append(line).AppendLine();
        }
    }

    /// <summary>Returns when everything is written.</summary>
    public void Dispose()
    {
        lock (_writer)
        {
            _isEnded = true;
            Monitor.PulseAll(_writer);
        }

        _writer.Join();
    }

    private void WriteUntilEnd()
    {
        var lines = new StringBuilder();
        while (true)
        {
            lock (_writer)
            {
                while (_waiting.Length == 0 && !_isEnded)
                    Monitor.Wait(_writer);
                if (_waiting.Length == 0)
                    return;

                (lines, _waiting) = (_waiting, lines.Clear());
                Monitor.PulseAll(_writer);
            }

            Write(lines);
        }
    }

    private void Write(StringBuilder lines)
    {
        try
        {
            _output.Write(Encoding.UTF8.GetBytes(lines.ToString()));
        }
        catch (IOException)
        {
            // A full disk behind a redirected log is no reason to stop answering.
        }
    }
}

using System.Buffers;
using System.Text;

namespace Lambda.Local;

/// <summary>
/// Lines on their way to the standard output, as many at a time as come together: whoever logs does not wait for the
/// terminal, and a line more is neither a system call more nor a thread woken.
/// </summary>
internal sealed class ConsoleLines : IDisposable
{
    // A terminal that stands still may hold up the program, but not fill its memory.
    private const int MaxWaiting = 1024 * 1024;

    // Too short to be seen; under load it makes hundreds of lines one write.
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(10);

    private readonly Stream _output;
    private readonly Thread _writer;

    private ArrayBufferWriter<byte> _waiting = new();
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
            while (_waiting.WrittenCount > MaxWaiting && !_isEnded)
                Monitor.Wait(_writer);

            if (_waiting.WrittenCount == 0)
                Monitor.PulseAll(_writer);
            Encoding.UTF8.GetBytes(line, _waiting);
            Encoding.UTF8.GetBytes(Environment.NewLine, _waiting);
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
        var lines = new ArrayBufferWriter<byte>();
        while (true)
        {
            lock (_writer)
            {
                while (_waiting.WrittenCount == 0 && !_isEnded)
                    Monitor.Wait(_writer);
                if (!_isEnded)
                    Monitor.Wait(_writer, Gathering);
                if (_waiting.WrittenCount == 0)
                    return;

                (lines, _waiting) = (_waiting, lines);
                Monitor.PulseAll(_writer);
            }

            Write(lines.WrittenSpan);
            lines.ResetWrittenCount();
        }
    }

    private void Write(ReadOnlySpan<byte> lines)
    {
        try
        {
            _output.Write(lines);
        }
        catch (IOException)
        {
            // A full disk behind a redirected log is no reason to stop answering.
        }
    }
}

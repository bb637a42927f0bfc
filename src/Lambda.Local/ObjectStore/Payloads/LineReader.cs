using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace Lambda.Local.ObjectStore.Payloads;

/// <summary>Reads the short lines between the chunks of a body.</summary>
internal sealed class LineReader(PipeReader source)
{
    private const int MaxLength = 1024;

    /// <summary>Whether the body ended, and ended with a line.</summary>
    public bool AtEnd { get; private set; }

    /// <returns>The line without its end; null where the body ends or no line does.</returns>
    public async ValueTask<string?> ReadAsync(CancellationToken ct)
    {
        while (true)
        {
            var read = await source.ReadAsync(ct);
            var buffer = read.Buffer;
            if (buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = buffer.Slice(0, end);
                var text = line.Length <= MaxLength ? Encoding.Latin1.GetString(line) : null;
                source.AdvanceTo(buffer.GetPosition(1, end));
                return text?.EndsWith('\r') == true ? text[..^1] : text;
            }

            if (read.IsCompleted || buffer.Length > MaxLength)
            {
                AtEnd = read.IsCompleted && buffer.IsEmpty;
                source.AdvanceTo(buffer.Start);
                return null;
            }

            source.AdvanceTo(buffer.Start, buffer.End);
        }
    }
}

using System.Text;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>Collects what is written piece by piece until it is a line.</summary>
internal sealed class ConsoleLines(Action<string> write)
{
    private readonly Lock _gate = new();
    private StringBuilder? _part;

    /// <summary>Part of a line, or several.</summary>
    public void Append(ReadOnlySpan<char> text)
    {
        lock (_gate)
        {
            for (int end; (end = text.IndexOf('\n')) >= 0; text = text[(end + 1)..])
                End(text[..end].TrimEnd('\r').ToString());
            if (text.Length > 0)
                (_part ??= new()).Append(text);
        }
    }

    /// <summary>The end of a line. It may hold line ends itself: written as one, it is logged as one.</summary>
    public void AppendLine(string? text)
    {
        lock (_gate)
            End(text ?? "");
    }

    /// <summary>Makes a line of what has no end yet.</summary>
    public void Flush()
    {
        lock (_gate)
        {
            if (_part is { Length: > 0 })
                End("");
        }
    }

    private void End(string rest)
    {
        var line = _part is { Length: > 0 } ? _part.Append(rest).ToString() : rest;
        _part?.Clear();
        write(line);
    }
}

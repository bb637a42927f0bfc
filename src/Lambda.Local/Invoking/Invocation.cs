using Microsoft.Extensions.Logging;

namespace Lambda.Local.Invoking;

/// <summary>One event for a function, and what the function logged while it worked on it.</summary>
/// <param name="payload">
/// The event's JSON; unchanged until the function has ended, even if that is after the answer.
/// </param>
internal sealed class Invocation(ReadOnlyMemory<byte> payload)
{
    public ReadOnlyMemory<byte> Payload => payload;

    /// <summary>
    /// Set by a caller that somebody else can speak for: the function may run on its thread. Others wait at the side,
    /// and their function has a thread of its own.
    /// </summary>
    public OwnThreadCall? OwnThread { get; init; }

    /// <summary>The trace that the caller began, as <see cref="TraceName.NewRoot"/> makes it, or null.</summary>
    public string? Trace { get; init; }

    /// <summary>Outlives the payload: a function may log after it was given up.</summary>
    public LogLines Log { get; } = new();

    /// <summary>What the function logged so far; of a talkative one the beginning.</summary>
    public IReadOnlyList<LogLine> Lines => Log.Copy();

    /// <summary>May be called from any thread, also after the function was given up.</summary>
    public void Write(LogLevel level, string text) => Log.Write(level, text);
}

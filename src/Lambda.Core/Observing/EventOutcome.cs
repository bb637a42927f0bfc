namespace Amazon.Lambda.Observing;

/// <summary>What became of an event.</summary>
/// <param name="InvocationId">Lambda's name for the invocation; null outside of Lambda.</param>
/// <param name="Time">How long the function worked on it.</param>
/// <param name="IsFirst">Whether the process had answered none before.</param>
internal readonly record struct EventOutcome(string? InvocationId, TimeSpan Time, bool IsFirst)
{
    /// <summary>The function's answer; empty when it failed.</summary>
    public ReadOnlyMemory<byte> Answer { get; init; }

    /// <summary>What kind of failure it was; null for none. Never its message, which may hold anything.</summary>
    public string? Error { get; init; }
}

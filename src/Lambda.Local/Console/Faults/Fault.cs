namespace Lambda.Local.Console.Faults;

/// <summary>How a function is made to misbehave, so that its clients can be watched.</summary>
/// <param name="Delay">Added before the function is called.</param>
internal sealed record Fault(FaultKind Kind, TimeSpan Delay)
{
    public static readonly TimeSpan MaxDelay = TimeSpan.FromMinutes(1);
}

/// <summary>What comes instead of the function's answer.</summary>
internal enum FaultKind
{
    /// <summary>Nothing: it answers itself.</summary>
    None,

    /// <summary>The word that too many of it run at once.</summary>
    Throttle,

    /// <summary>A failure, without a call.</summary>
    Fail,
}

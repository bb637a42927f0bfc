namespace Lambda.Local.Isolated;

/// <summary>What the Runtime API says to a process that reports something.</summary>
internal enum Verdict
{
    Accepted,

    /// <summary>The process has an event, but not the one it names.</summary>
    UnknownEvent,

    /// <summary>The process has nothing to report, or has not reported yet what it should.</summary>
    OutOfTurn,

    TooLarge,
}

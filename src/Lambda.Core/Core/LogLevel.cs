namespace Amazon.Lambda.Core;

/// <summary>How much a line in the log matters, least first.</summary>
public enum LogLevel
{
    /// <summary>Every step.</summary>
    Trace,

    /// <summary>What a developer looking for a fault wants to see.</summary>
    Debug,

    /// <summary>The ordinary course of things; the least that is written by default.</summary>
    Information,

    /// <summary>Unexpected, and coped with.</summary>
    Warning,

    /// <summary>This invocation failed.</summary>
    Error,

    /// <summary>The function cannot go on.</summary>
    Critical,
}

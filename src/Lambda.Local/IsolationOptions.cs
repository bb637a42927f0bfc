namespace Lambda.Local;

/// <summary>How functions run in processes of their own, as in Lambda.</summary>
public sealed record IsolationOptions
{
    /// <summary>What is started; null for the function set's own assembly.</summary>
    public FunctionProgram? Program { get; init; }

    /// <summary>Processes of one function at most; further events wait for one of them.</summary>
    /// <remarks>More than the machine has processors would only take turns.</remarks>
    public int ProcessesPerFunction { get; init; } = Math.Clamp(Environment.ProcessorCount, 2, 8);
}

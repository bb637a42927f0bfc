namespace Photos.Verification;

/// <summary>Something that is not as it has to be.</summary>
/// <param name="Place">Which record or object.</param>
/// <param name="Fault">What is wrong with it.</param>
/// <param name="Advice">What its owner can do.</param>
public sealed record Deviation(string Place, string Fault, string Advice)
{
    /// <summary>How it can be mended without risk to any picture; null when it cannot.</summary>
    internal Func<CancellationToken, Task<RepairOutcome>>? Repair { get; init; }

    /// <summary>The same fault at the same place, seen at another time.</summary>
    internal (string Place, string Fault) Key => (Place, Fault);

    /// <summary>One line: where, what, and what next.</summary>
    public override string ToString() => $"{Place}: {Fault}; {Advice}";
}

/// <summary>How a repair ended.</summary>
/// <param name="IsMended">Whether the deviation is gone.</param>
/// <param name="Told">What was done, in words.</param>
internal readonly record struct RepairOutcome(bool IsMended, string Told)
{
    /// <summary>Somebody changed the record first, so it is another question now.</summary>
    public static RepairOutcome TooLate { get; } =
        new(false, "not repaired, because it changed at the same moment; verify again");

    public static RepairOutcome Of(bool isWritten, string told) => isWritten ? new(true, told) : TooLate;
}

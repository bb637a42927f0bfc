namespace Lambda.Local.Invoking;

/// <summary>A function of the template, as far as calling it needs.</summary>
/// <param name="Handler">The template's <c>Handler</c>: an assembly, or <c>Assembly::Type::Method</c>.</param>
/// <param name="Timeout">After this Lambda gives the invocation up.</param>
/// <param name="Environment">Of <c>Globals</c> and the function, the function's own winning.</param>
internal sealed record FunctionDescription(
    string LogicalId,
    string Handler,
    TimeSpan Timeout,
    int MemoryMegabytes,
    IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>What happens to an event that the function fails on.</summary>
    public RetryRules Retries { get; init; } = RetryRules.Default;
}

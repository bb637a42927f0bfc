namespace Amazon.Lambda.Core;

/// <summary>
/// The trace of the event at hand, for code that is handed no <see cref="ILambdaContext"/>, such as tracing libraries.
/// </summary>
public static class LambdaTraceProvider
{
    /// <summary>Set by the bootstrap, and by it alone.</summary>
    internal static Ambient<string?> Current { get; } = new(null);

    /// <summary>
    /// The X-Ray trace header, such as <c>Root=1-5e1b4151-…;Sampled=1</c>; null when there is none. The same as
    /// <see cref="ILambdaContext.TraceId"/>, also when several events are answered at a time.
    /// </summary>
    public static string? CurrentTraceId => Current.Value;
}

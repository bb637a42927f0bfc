using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Api;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>One line of the log, before it has a form.</summary>
/// <param name="Level">The name of a <see cref="LogLevel"/>, or what the caller calls it; empty for none.</param>
internal sealed record LogEntry(DateTimeOffset Time, string Level, FilledMessage Message)
{
    /// <summary>The event at hand; null while the function starts.</summary>
    public InvocationHead? Invocation { get; init; }

    public Exception? Exception { get; init; }
}

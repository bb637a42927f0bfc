namespace Lambda.Local.Invoking;

/// <summary>A function failed; its client learns no more than that, its log everything.</summary>
internal class FunctionException(string message, Exception? cause = null) : Exception(message, cause)
{
    public static FunctionException TimedOut(FunctionDescription function, Exception? cause) =>
        new($"{function.LogicalId} timed out after {function.Timeout.TotalSeconds} seconds.", cause);
}

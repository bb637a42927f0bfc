namespace Lambda.Local.Invoking;

/// <summary>Calls a function of the template, wherever its code runs.</summary>
internal interface IInvoker
{
    /// <summary>Ends when every function can be called; before, a call may wait for its function.</summary>
    /// <exception cref="LocalStartException">One cannot.</exception>
    Task ReadyAsync() => Task.CompletedTask;

    /// <summary>Gives the function one event and waits for its result.</summary>
    /// <returns>What the function returned, empty where it returned nothing.</returns>
    /// <exception cref="FunctionException">It threw, or ran longer than its timeout.</exception>
    Task<ReadOnlyMemory<byte>> InvokeAsync(FunctionDescription function, Invocation invocation);
}

using Lambda.Local.HttpApi.Description;

namespace Lambda.Local.Invoking;

/// <summary>Calls a function of the template, wherever its code runs.</summary>
internal interface IInvoker
{
    /// <summary>Gives the function one event and waits for its result.</summary>
    /// <param name="payload">
    /// The event's JSON; unchanged until the function has ended, even if that is after the task.
    /// </param>
    /// <returns>What the function returned, empty where it returned nothing.</returns>
    /// <exception cref="FunctionException">It threw, or ran longer than its timeout.</exception>
    Task<ReadOnlyMemory<byte>> InvokeAsync(FunctionDescription function, ReadOnlyMemory<byte> payload);
}

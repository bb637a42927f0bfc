using Lambda.Local.Invoking;
using Microsoft.Extensions.Logging;

namespace Lambda.Local.Console.Faults;

/// <summary>Calls functions as ever, except those that are to misbehave.</summary>
internal sealed class FaultyInvoker(IInvoker invoker, FaultBoard faults, TimeProvider clock) : IInvoker
{
    public Task<ReadOnlyMemory<byte>> InvokeAsync(FunctionDescription function, Invocation invocation) =>
        faults.Find(function.LogicalId) is { } fault
            ? MisbehaveAsync(fault, function, invocation)
            : invoker.InvokeAsync(function, invocation);

    private async Task<ReadOnlyMemory<byte>> MisbehaveAsync(
        Fault fault, FunctionDescription function, Invocation invocation)
    {
        var name = function.LogicalId;
        if (fault.Delay > TimeSpan.Zero)
        {
            invocation.Write(
                LogLevel.Information, $"Slowed down by {fault.Delay.TotalMilliseconds:0} ms on the console.");
            await Task.Delay(fault.Delay < function.Timeout ? fault.Delay : function.Timeout, clock);
            if (fault.Delay >= function.Timeout)
            {
                throw new FunctionException(
                    $"{name} timed out after {function.Timeout.TotalSeconds} seconds, slowed down on the console.");
            }
        }

        return fault.Kind switch
        {
            FaultKind.None => await invoker.InvokeAsync(function, invocation),
            FaultKind.Throttle => throw new FunctionThrottledException($"{name} is throttled on the console."),
            FaultKind.Fail => throw new FunctionException($"{name} is made to fail on the console."),
        };
    }
}

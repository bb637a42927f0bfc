using Microsoft.Extensions.Logging;

namespace Lambda.Local.Invoking;

/// <summary>Runs the functions in this process, in the classes the generator made for Lambda.</summary>
/// <remarks>
/// Unlike in Lambda, a function that runs too long goes on until it ends by itself; only its client has been told.
/// All functions share this process's environment: where two want different values of a variable, the first one's
/// holds.
/// </remarks>
internal sealed class InProcessInvoker : IInvoker
{
    private readonly Dictionary<string, (FunctionHandler Handle, ILogger Log)> _functions = [];
    private readonly TimeProvider _clock;

    /// <summary>Makes every handler now, so that what is wrong is said at the start.</summary>
    /// <exception cref="LocalStartException">A handler is missing or cannot be made.</exception>
    public InProcessInvoker(
        FunctionAssembly assembly,
        IReadOnlyCollection<FunctionDescription> functions,
        ILoggerFactory logs,
        TimeProvider clock)
    {
        _clock = clock;
        foreach (var function in functions)
            SetEnvironment(function);

        foreach (var function in functions)
        {
            var log = logs.CreateLogger(function.LogicalId);
            _functions[function.LogicalId] = (assembly.MakeHandler(function), log);
        }
    }

    public async Task<ReadOnlyMemory<byte>> InvokeAsync(FunctionDescription function, Invocation invocation)
    {
        var (handle, log) = _functions[function.LogicalId];
        var requestId = Guid.CreateVersion7(_clock.GetUtcNow()).ToString();
        var context = new InvocationContext(function, requestId, new FunctionLogger(new InvocationLog(log, invocation)), _clock);

        // On a thread of its own, so that a function that blocks does not hold up the clock that watches it.
        var running = Task.Run(() => handle(invocation.Payload, context).AsTask());
        try
        {
            return await running.WaitAsync(function.Timeout, _clock);
        }
        catch (TimeoutException cause) when (!running.IsCompleted)
        {
            throw new FunctionException(
                $"{function.LogicalId} timed out after {function.Timeout.TotalSeconds} seconds.",
                cause);
        }
        catch (Exception cause)
        {
            throw new FunctionException($"{function.LogicalId} failed.", cause);
        }
    }

    // Lambda sets these before the function starts; what the person has set in the shell wins.
    private static void SetEnvironment(FunctionDescription function)
    {
        var present = Environment.GetEnvironmentVariables();
        foreach (var (name, value) in function.Environment)
        {
            if (name is not FunctionAssembly.HandlerVariable && !present.Contains(name))
                Environment.SetEnvironmentVariable(name, value);
        }
    }
}

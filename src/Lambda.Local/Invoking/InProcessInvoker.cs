using Microsoft.Extensions.Logging;

namespace Lambda.Local.Invoking;

/// <summary>Runs the functions in this process, in the classes the generator made for Lambda.</summary>
/// <remarks>
/// Unlike in Lambda, a function that runs too long goes on until it ends by itself; only its client has been told.
/// All functions share this process's environment: where two want different values of a variable, the first one's
/// holds, and the start says so.
/// </remarks>
internal sealed partial class InProcessInvoker : IInvoker, IDisposable
{
    private readonly Dictionary<string, (Lazy<FunctionHandler> Handler, ILogger Log)> _functions = [];
    private readonly Lock _making = new();
    private readonly Task _ready;
    private readonly TimeProvider _clock;
    private readonly ThreadWatch _watch;

    /// <summary>
    /// Begins to make the handlers, each as early as somebody asks for it: their containers take longer than all the
    /// rest of the start, which goes on beside them.
    /// </summary>
    public InProcessInvoker(
        FunctionAssembly assembly,
        IReadOnlyCollection<FunctionDescription> functions,
        ILoggerFactory logs,
        TimeProvider clock)
    {
        (_clock, _watch) = (clock, new ThreadWatch(clock));
        SetEnvironment(functions, logs);

        foreach (var function in functions)
        {
            var handler = new Lazy<FunctionHandler>(() => Make(assembly, function));
            _functions[function.LogicalId] = (handler, logs.CreateLogger(function.LogicalId));
        }

        _ready = Task.Run(() =>
        {
            foreach (var (handler, _) in _functions.Values)
                _ = handler.Value;
        });
    }

    public Task ReadyAsync() => _ready;

    public async Task<ReadOnlyMemory<byte>> InvokeAsync(FunctionDescription function, Invocation invocation)
    {
        var (handler, log) = _functions[function.LogicalId];
        var context = new InvocationContext(function, invocation, log, _clock);
        Task<ReadOnlyMemory<byte>>? running = null;
        try
        {
            var handle = handler.Value;
            // A function that blocks must not hold up the clock that watches it.
            var called = invocation.OwnThread is { } call
                ? _watch.Run(call, handle, invocation.Payload, context)
                : new(Task.Run(() => handle(invocation.Payload, context).AsTask()));
            if (invocation.OwnThread?.GivenUp is not null)
                throw FunctionException.TimedOut(function, null);
            if (called.IsCompletedSuccessfully)
                return called.Result;

            running = called.AsTask();
            return await running.WaitAsync(function.Timeout, _clock);
        }
        catch (TimeoutException cause) when (running is { IsCompleted: false })
        {
            throw FunctionException.TimedOut(function, cause);
        }
        catch (Exception cause) when (cause is not FunctionException)
        {
            throw new FunctionException($"{function.LogicalId} failed.", cause);
        }
    }

    public void Dispose() => _watch.Dispose();

    // One at a time: in Lambda, no start of a function sees another.
    private FunctionHandler Make(FunctionAssembly assembly, FunctionDescription function)
    {
        lock (_making)
            return assembly.MakeHandler(function);
    }

    // Lambda sets these before the function starts; what the person has set in the shell wins.
    private static void SetEnvironment(IReadOnlyCollection<FunctionDescription> functions, ILoggerFactory logs)
    {
        var present = Environment.GetEnvironmentVariables();
        var first = new Dictionary<string, FunctionDescription>();
        foreach (var function in functions)
        {
            foreach (var (name, value) in function.Environment)
            {
                if (name is FunctionAssembly.HandlerVariable || present.Contains(name))
                    continue;

                if (first.TryAdd(name, function))
                    Environment.SetEnvironmentVariable(name, value);
                else if (first[name].Environment[name] != value)
                    WarnOfOther(logs.CreateLogger(function.LogicalId), function.LogicalId, name, first[name].LogicalId);
            }
        }
    }

    [LoggerMessage(
        LogLevel.Warning,
        "{Function} wants another {Variable} than {First}, whose value holds for all functions in this process; " +
        "isolated functions each have their own.")]
    private static partial void WarnOfOther(ILogger log, string function, string variable, string first);
}

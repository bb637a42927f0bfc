using System.Text;
using Amazon.Lambda.Observing;
using Microsoft.Extensions.Logging;

namespace Lambda.Local.Invoking;

/// <summary>
/// Leaves the line in the log that Lambda's bootstrap leaves for each event, for functions that have no bootstrap.
/// </summary>
/// <remarks>
/// What a terminal shows anyway says the same in fewer words, so this is for whoever works on the lines themselves, or
/// on what reads them.
/// </remarks>
internal sealed class LoggedInvoker : IInvoker
{
    private readonly IInvoker _inner;
    private readonly TimeProvider _clock;
    private readonly Dictionary<string, Function> _functions;

    public LoggedInvoker(
        IInvoker inner,
        IReadOnlyCollection<FunctionDescription> functions,
        ILoggerFactory logs,
        TimeProvider clock)
    {
        (_inner, _clock) = (inner, clock);
        _functions = functions.ToDictionary(
            function => function.LogicalId,
            function => new Function(
                new EventLog(function.LogicalId, EventLogOptions.Of(function.Environment.GetValueOrDefault)),
                logs.CreateLogger(function.LogicalId)));
    }

    /// <summary>The function with an environment that asks its bootstrap for no lines.</summary>
    public static FunctionDescription Silent(FunctionDescription function) => function with
    {
        Environment = function.Environment
            .Where(variable => variable.Key is not EventLogOptions.NamespaceVariable)
            .ToDictionary(),
    };

    public async Task<ReadOnlyMemory<byte>> InvokeAsync(FunctionDescription function, Invocation invocation)
    {
        var start = _clock.GetTimestamp();
        var answer = ReadOnlyMemory<byte>.Empty;
        string? error = null;
        try
        {
            return answer = await _inner.InvokeAsync(function, invocation);
        }
        catch (FunctionException failure)
        {
            error = (failure.InnerException ?? failure).GetType().Name;
            throw;
        }
        finally
        {
            Write(_functions[function.LogicalId], invocation, answer, error, _clock.GetElapsedTime(start));
        }
    }

#pragma warning disable CA1848, CA2254 // The line is made already, as functions in processes of their own make it.
    private void Write(
        Function function, Invocation invocation, ReadOnlyMemory<byte> answer, string? error, TimeSpan time)
    {
        var outcome = new EventOutcome(null, time, function.IsFirst()) { Answer = answer, Error = error };
        var line = Encoding.ASCII.GetString(
            function.Events.Line(_clock.GetUtcNow(), invocation.Payload.Span, in outcome).TrimEnd((byte)'\n'));
        function.Log.Log(LogLevel.Information, 0, line, null, static (text, _) => text);
        invocation.Write(LogLevel.Information, line);
    }
#pragma warning restore CA1848, CA2254

    private sealed class Function(EventLog events, ILogger log)
    {
        private bool _hasRun;

        public EventLog Events => events;

        public ILogger Log => log;

        public bool IsFirst() => !Interlocked.Exchange(ref _hasRun, true);
    }
}

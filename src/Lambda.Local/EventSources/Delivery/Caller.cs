using System.Text;
using Lambda.Local.Invoking;

namespace Lambda.Local.EventSources.Delivery;

/// <summary>Calls functions with events, and remembers what came of it.</summary>
internal sealed class Caller(IReadOnlyList<FunctionDescription> functions, IInvoker invoker, TimeProvider clock)
{
    private const int MaxRemembered = 100;

    private readonly Dictionary<string, FunctionDescription> _functions =
        functions.ToDictionary(function => function.LogicalId);

    private readonly LinkedList<Attempt> _recent = [];

    /// <summary>Told of each attempt when it is over.</summary>
    public event Action<Attempt>? Ended;

    /// <summary>The newest first.</summary>
    public IReadOnlyList<Attempt> Recent
    {
        get
        {
            lock (_recent)
                return [.. _recent];
        }
    }

    public FunctionDescription? Find(string functionId) => _functions.GetValueOrDefault(functionId);

    /// <exception cref="ArgumentException">There is no such function.</exception>
    public async Task<Attempt> CallAsync(
        string functionId, string eventId, string source, int number, ReadOnlyMemory<byte> payload)
    {
        if (Find(functionId) is not { } function)
            throw new ArgumentException($"There is no function {functionId} here.", nameof(functionId));

        var (start, began) = (clock.GetUtcNow(), clock.GetTimestamp());
        var invocation = new Invocation(payload);
        var (result, failure) = await TryAsync(function, invocation);
        var attempt = new Attempt(
            eventId,
            functionId,
            source,
            number,
            start,
            clock.GetElapsedTime(began),
            result,
            failure,
            invocation.Lines);
        Remember(attempt);
        Ended?.Invoke(attempt);
        return attempt;
    }

    private async Task<(string Result, FunctionException? Failure)> TryAsync(
        FunctionDescription function, Invocation invocation)
    {
        try
        {
            var result = await invoker.InvokeAsync(function, invocation);
            return (Encoding.UTF8.GetString(result.Span), null);
        }
        catch (FunctionException failure)
        {
            return ("", failure);
        }
    }

    private void Remember(Attempt attempt)
    {
        lock (_recent)
        {
            _recent.AddFirst(attempt);
            if (_recent.Count > MaxRemembered)
                _recent.RemoveLast();
        }
    }
}

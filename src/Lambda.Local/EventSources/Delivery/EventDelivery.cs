using System.Collections.Concurrent;
using System.Text.Json;
using Lambda.Local.Invoking;
using Microsoft.Extensions.Logging;

namespace Lambda.Local.EventSources.Delivery;

/// <summary>Takes events from the spool to their functions, each at least once.</summary>
/// <remarks>
/// As in Lambda, a function that fails gets its event again, twice unless the template says otherwise, after a pause
/// that grows: seconds here, minutes there. A start counts from the beginning. Order is not kept.
/// </remarks>
internal sealed partial class EventDelivery(
    Spool spool, Caller caller, DeliveryOptions options, ILogger log, TimeProvider clock) : IDisposable
{
    /// <summary>The pause behind the first attempt; behind the second it is twice as long.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private const int MaxRunningPerFunction = 4;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _turns = [];
    private readonly HashSet<Task> _deliveries = [];

    /// <summary>Delivers an event of the spool, after <see cref="Begin"/>.</summary>
    public void Queue(string id)
    {
        var delivery = Task.Run(() => DeliverAsync(id));
        lock (_deliveries)
            _deliveries.Add(delivery);

        _ = delivery.ContinueWith(Forget, TaskScheduler.Default);
    }

    /// <summary>From now on functions are called.</summary>
    public void Begin() => _begun.TrySetResult();

    /// <summary>Lets what runs come to its end, for a while; what did not succeed by then stays in the spool.</summary>
    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        Task[] running;
        lock (_deliveries)
            running = [.. _deliveries];

        try
        {
            await Task.WhenAll(running).WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            LogLeft(running.Count(delivery => !delivery.IsCompleted));
        }
    }

    public void Dispose() => _stopping.Dispose();

    private void Forget(Task delivery)
    {
        lock (_deliveries)
            _deliveries.Remove(delivery);
        if (delivery.Exception?.InnerException is { } failure)
            LogBroken(failure, failure.Message);
    }

    private async Task DeliverAsync(string id)
    {
        try
        {
            await _begun.Task.WaitAsync(_stopping.Token);
            if (options.Delay > TimeSpan.Zero)
                await Task.Delay(options.Delay, clock, _stopping.Token);

            if (spool.FindReady(id) is not { } queued)
                LogUnreadable(spool.SetAside(id));
            else if (caller.Find(queued.FunctionId) is not { } function)
                LogNoFunction(queued.FunctionId, spool.SetAside(id));
            else if (await SucceedsAsync(queued, function) && (!options.Twice || await SucceedsAsync(queued, function)))
                spool.Remove(id);
            else
                LogGivenUp(queued.FunctionId, queued.Source, spool.SetAside(id));
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // It stays in the spool, for the next start.
        }
    }

    private async Task<bool> SucceedsAsync(QueuedEvent queued, FunctionDescription function)
    {
        var payload = JsonSerializer.SerializeToUtf8Bytes(queued.Payload);
        var (rules, begun) = (function.Retries, clock.GetUtcNow());
        for (var number = 1; ; number++)
        {
            var attempt = await CallAsync(queued, number, payload);
            if (attempt.Failure is not { } failure)
                return true;

            var pause = Pause * number;
            LogFailure(failure.InnerException, failure.Message, number, rules.Retries + 1);
            if (number > rules.Retries || clock.GetUtcNow() + pause - begun > rules.MaxAge)
                return false;

            await Task.Delay(pause, clock, _stopping.Token);
        }
    }

    // A function that is slow or stuck keeps its own events waiting, and nobody else's.
    private async Task<Attempt> CallAsync(QueuedEvent queued, int number, byte[] payload)
    {
        var turns = _turns.GetOrAdd(queued.FunctionId, _ => new SemaphoreSlim(MaxRunningPerFunction));
        await turns.WaitAsync(_stopping.Token);
        try
        {
            // A turn that comes free while everything stops is not for a further call.
            _stopping.Token.ThrowIfCancellationRequested();
            return await caller.CallAsync(queued.FunctionId, queued.Id, queued.Source, number, payload);
        }
        finally
        {
            turns.Release();
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Message} That was attempt {Number} of {Most} with its event.")]
    private partial void LogFailure(Exception? cause, string message, int number, int most);

    [LoggerMessage(
        LogLevel.Error,
        "{Function} could not deal with its event ({Source}). Mend it, then send {Path} again in the console, or move "
        + "that file one folder up and start again.")]
    private partial void LogGivenUp(string function, string source, string path);

    [LoggerMessage(
        LogLevel.Error,
        "An event is for {Function}, which is not in this function set; it is kept in {Path}. Delete it, or bring the "
        + "function back and move that file one folder up.")]
    private partial void LogNoFunction(string function, string path);

    [LoggerMessage(LogLevel.Error, "An event cannot be read any more; see {Path} and delete it.")]
    private partial void LogUnreadable(string path);

    [LoggerMessage(LogLevel.Error, "An event could not be delivered: {Message} It comes again after the next start.")]
    private partial void LogBroken(Exception cause, string message);

    [LoggerMessage(LogLevel.Warning, "{Count} functions have not ended; their events come again at the next start.")]
    private partial void LogLeft(int count);
}

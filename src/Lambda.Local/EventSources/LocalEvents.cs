using System.Collections.Concurrent;
using System.Text;
using Lambda.Local.EventSources.Delivery;
using Lambda.Local.EventSources.Description;
using Lambda.Local.EventSources.Objects;
using Lambda.Local.EventSources.Schedules;
using Lambda.Local.Invoking;
using Lambda.Local.ObjectStore.Changes;
using Lambda.Local.ObjectStore.Files;
using Microsoft.Extensions.Logging;

namespace Lambda.Local.EventSources;

/// <summary>
/// What happens to the functions of a template without a request: made, delivered, seen and, where a person wants it,
/// sent from here.
/// </summary>
internal sealed partial class LocalEvents : IDisposable
{
    private readonly EventsDescription _description;
    private readonly ILogger _log;
    private readonly TimeProvider _clock;
    private readonly Spool _spool;
    private readonly Caller _caller;
    private readonly EventDelivery _delivery;
    private readonly ObjectEventSource _objects;
    private readonly ScheduleClock _schedules;
    private readonly ConcurrentDictionary<string, Attempt> _lastOfSchedule = [];
    private readonly CancellationTokenSource _stopping = new();

    private Task _ticking = Task.CompletedTask;

    /// <summary>Opens the spool in the data folder; calls nothing yet.</summary>
    /// <param name="description">Of functions that the invoker can call.</param>
    /// <exception cref="LocalStartException">The folder cannot be used, or holds something damaged.</exception>
    public LocalEvents(EventsDescription description, IInvoker invoker, LocalCloudOptions options, ILogger log)
    {
        (_description, _log, _clock) = (description, log, options.Clock);
        FunctionIds = [.. description.Functions.Select(function => function.LogicalId)];
        var folder = Path.Combine(options.DataFolder, "events");
        ScheduleMemory memory;
        try
        {
            _spool = new Spool(folder);
            memory = new ScheduleMemory(
                Path.Combine(folder, "schedules.json"), description.Schedules, _clock.GetUtcNow());
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new LocalStartException($"The folder {folder} cannot be used for events: {cause.Message}", cause);
        }

        _caller = new Caller(description.Functions, invoker, _clock);
        _delivery = new EventDelivery(_spool, _caller, options.Delivery, log, _clock);
        _objects = new ObjectEventSource(description.ObjectRules, options.Bucket, _spool, _delivery, _clock);
        _schedules = new ScheduleClock(description.Schedules, memory, _spool, _delivery, log, _clock);

        var schedules = description.Schedules.Select(schedule => schedule.Id).ToHashSet();
        _caller.Ended += attempt =>
        {
            if (schedules.Contains(attempt.Source))
                _lastOfSchedule[attempt.Source] = attempt;
        };
    }

    /// <summary>Told of each attempt to deliver an event when it is over.</summary>
    public event Action<Attempt> Ended
    {
        add => _caller.Ended += value;
        remove => _caller.Ended -= value;
    }

    /// <summary>Every function that an event can be sent to, in the template's order.</summary>
    public IReadOnlyList<string> FunctionIds { get; }

    /// <summary>The schedules of the template, as they are at this moment.</summary>
    public IReadOnlyList<ScheduleState> Schedules =>
    [
        .. _description.Schedules.Select(schedule => new ScheduleState(
            schedule, _schedules.NextOf(schedule), _lastOfSchedule.GetValueOrDefault(schedule.Id))),
    ];

    /// <summary>The last attempts to deliver an event, the newest first.</summary>
    public IReadOnlyList<Attempt> Recent => _caller.Recent;

    /// <summary>Events that were given up, the oldest first.</summary>
    public IReadOnlyList<QueuedEvent> SetAside => _spool.ListFailed();

    /// <summary>What the object store asks before it changes something.</summary>
    public ObjectWatch Watch => _objects.WatchAsync;

    /// <summary>Gives a function an event that a person wrote, once, and waits for what comes of it.</summary>
    /// <param name="functionId">One of <see cref="FunctionIds"/>.</param>
    /// <param name="payload">The event's JSON.</param>
    /// <exception cref="ArgumentException">There is no such function.</exception>
    public Task<Attempt> SendAsync(string functionId, ReadOnlyMemory<byte> payload) =>
        _caller.CallAsync(functionId, QueuedEvent.NewId(_clock), Attempt.ByHand, 1, payload);

    /// <summary>Sends what the schedule would send now, once, and waits for what comes of it.</summary>
    public Task<Attempt> SendAsync(Schedule schedule)
    {
        var id = QueuedEvent.NewId(_clock);
        var payload = schedule.PayloadAt(_clock.GetUtcNow(), Guid.ParseExact(id, "N"));
        return _caller.CallAsync(schedule.Function.LogicalId, id, schedule.Id, 1, Encoding.UTF8.GetBytes(payload));
    }

    /// <summary>Delivers an event again that was set aside.</summary>
    /// <returns>False where there is none of this id.</returns>
    public bool SendAgain(string eventId)
    {
        if (!_spool.TakeBack(eventId))
            return false;

        _delivery.Queue(eventId);
        return true;
    }

    /// <summary>Takes up what an earlier run left in the spool. Before anything can change an object.</summary>
    /// <param name="factsOf">What is known of an object; null where there is none.</param>
    public void Resume(Func<string, ObjectFacts?> factsOf)
    {
        _objects.Settle(factsOf);
        foreach (var id in _spool.ListReady())
            _delivery.Queue(id);
    }

    /// <summary>From now on functions are called, and schedules run.</summary>
    public void Begin()
    {
        if (_description.Unfed is not [])
        {
            LogUnfed(string.Join(
                ", ", _description.Unfed.Select(unfed => $"{unfed.Function.LogicalId} ({unfed.Reason})").Distinct()));
        }

        _delivery.Begin();
        _ticking = _schedules.RunAsync(_stopping.Token);
    }

    /// <summary>Lets running functions come to their end, for a while; the rest is for the next start.</summary>
    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        await _ticking.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _delivery.StopAsync();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stopping.Dispose();
        _delivery.Dispose();
    }

    [LoggerMessage(LogLevel.Information, "Nothing here makes the events of {Functions}; send them by hand.")]
    private partial void LogUnfed(string functions);
}

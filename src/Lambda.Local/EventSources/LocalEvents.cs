using System.Collections.Concurrent;
using System.Text;
using Lambda.Local.EventSources.Delivery;
using Lambda.Local.EventSources.Description;
using Lambda.Local.EventSources.Schedules;

namespace Lambda.Local.EventSources;

/// <summary>
/// What happens to the functions of a template without a request: seen and, where a person wants it, made from here.
/// </summary>
internal sealed class LocalEvents
{
    private readonly EventsDescription _description;
    private readonly Caller _caller;
    private readonly TimeProvider _clock;
    private readonly ConcurrentDictionary<string, Attempt> _lastOfSchedule = [];

    public LocalEvents(EventsDescription description, Caller caller, TimeProvider clock)
    {
        (_description, _caller, _clock) = (description, caller, clock);
        FunctionIds = [.. description.Functions.Select(function => function.LogicalId)];
        var schedules = description.Schedules.Select(schedule => schedule.Id).ToHashSet();
        caller.Ended += attempt =>
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
        .. _description.Schedules.Select(
            schedule => new ScheduleState(schedule, null, _lastOfSchedule.GetValueOrDefault(schedule.Id))),
    ];

    /// <summary>The last attempts to deliver an event, the newest first.</summary>
    public IReadOnlyList<Attempt> Recent => _caller.Recent;

    /// <summary>Events that were given up, the oldest first.</summary>
    public IReadOnlyList<QueuedEvent> SetAside => [];

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

    /// <summary>Queues an event again that was set aside.</summary>
    /// <returns>False where there is none of this id.</returns>
    public bool SendAgain(string eventId) => SetAside.Any(aside => aside.Id == eventId);
}

using System.Text.Json;
using Lambda.Local.EventSources.Delivery;
using Microsoft.Extensions.Logging;

namespace Lambda.Local.EventSources.Schedules;

/// <summary>Sends each schedule's event when it is due.</summary>
/// <remarks>
/// What came due while nothing ran, or while the machine slept, is sent once, however often that was: a nightly
/// schedule works on a laptop that is closed at night.
/// </remarks>
internal sealed partial class ScheduleClock(
    IReadOnlyList<Schedule> schedules,
    ScheduleMemory memory,
    Spool spool,
    EventDelivery delivery,
    ILogger log,
    TimeProvider clock)
{
    // A machine that wakes from sleep finds what is due within this time.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly Schedule[] _enabled = [.. schedules.Where(schedule => schedule.IsEnabled)];

    /// <summary>When the schedule is due; null for one that is off or over.</summary>
    public DateTimeOffset? NextOf(Schedule schedule) => schedule.IsEnabled ? memory.Next(schedule) : null;

    /// <summary>Runs until it is stopped.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        while (_enabled is not [])
        {
            foreach (var schedule in _enabled)
                await SendIfDueAsync(schedule);

            // What is due already could not be sent, and waits as well.
            var wait = _enabled.Min(memory.Next) - clock.GetUtcNow();
            await Task.Delay(wait > TimeSpan.Zero && wait < LongestWait ? wait.Value : LongestWait, clock, ct);
        }
    }

    private async Task SendIfDueAsync(Schedule schedule)
    {
        var now = clock.GetUtcNow();
        if (memory.Next(schedule) is not { } due || due > now)
            return;

        // Of one that is late, only that it is time is true.
        var isLate = schedule.Expression.Next(due) <= now || now - due > LongestWait;
        var time = isLate ? now : due;
        try
        {
            var id = QueuedEvent.NewId(clock);
            var payload = JsonElement.Parse(schedule.PayloadAt(time, Guid.ParseExact(id, "N")));
            await spool.PrepareAsync(new QueuedEvent(id, schedule.Function.LogicalId, schedule.Id, time, payload));
            spool.Release(id);
            delivery.Queue(id);
            memory.Remember(schedule, time);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            LogNotSent(schedule.Id, cause.Message);
        }
    }

    [LoggerMessage(LogLevel.Error, "The schedule {Schedule} is due but cannot be sent, and is tried again: {Reason}")]
    private partial void LogNotSent(string schedule, string reason);
}

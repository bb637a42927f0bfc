using Lambda.Local.EventSources.Delivery;

namespace Lambda.Local.EventSources.Schedules;

/// <summary>A schedule at this moment.</summary>
/// <param name="Next">When it is due; null for one that is off or over.</param>
/// <param name="Last">How its last event fared since the start, by the clock or by hand; null where none was sent.</param>
internal sealed record ScheduleState(Schedule Schedule, DateTimeOffset? Next, Attempt? Last);

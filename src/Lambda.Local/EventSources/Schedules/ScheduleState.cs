using Lambda.Local.EventSources.Delivery;

namespace Lambda.Local.EventSources.Schedules;

/// <summary>A schedule at this moment.</summary>
/// <param name="Next">When it is due; null for one that is off or over.</param>
/// <param name="Last">What came of its last event since the start, sent by the clock or by hand; null for none.</param>
internal sealed record ScheduleState(Schedule Schedule, DateTimeOffset? Next, Attempt? Last);

namespace Amazon.Lambda.CloudWatchEvents.ScheduledEvents;

/// <summary>It is time: what a schedule invokes its function with.</summary>
public class ScheduledEvent : CloudWatchEvent<Detail>;

/// <summary>A schedule has nothing to tell beyond that.</summary>
public class Detail;

namespace Lambda.Generator.Parsing.Events;

/// <summary>Points in time.</summary>
internal static class ScheduleEvents
{
    public static readonly EventKind Kind = new(
        "Schedule",
        $"{KnownNames.Annotations}.Schedule.ScheduleEventAttribute",
        "Schedule",
        "Amazon.Lambda.CloudWatchEvents.ScheduledEvents.ScheduledEvent",
        Diagnostics.InvalidScheduleEvent,
        Read);

    private static string? Read(EventAttribute attribute)
    {
        var schedule = attribute.Source;
        if (!schedule.StartsWith("rate(", StringComparison.Ordinal)
            && !schedule.StartsWith("cron(", StringComparison.Ordinal))
        {
            attribute.Refuse(
                "Schedule", $"'{schedule}' is no schedule; write 'rate(1 day)' or, in UTC, 'cron(0 4 * * ? *)'");
        }

        attribute.PutText("Schedule", schedule);
        attribute.PutText("Description", attribute.Text("Description"));

        // Whether it names a file is for the build to find out: a generator must not look.
        attribute.Put("Input", attribute.Text("Input") is { } input
            ? JsonText.Object(("Fn::FileOrText", JsonText.Quote(input)))
            : null);
        attribute.PutEnabled();

        var name = LogicalName.In(schedule);
        return name.Length > 0 ? name : "ScheduleEvent";
    }
}

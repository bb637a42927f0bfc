using System.Text.Json.Nodes;
using Lambda.Local.Invoking;

namespace Lambda.Local.EventSources.Schedules;

/// <summary>A <c>Schedule</c> or <c>ScheduleV2</c> event of the template.</summary>
/// <param name="Id">The logical id that SAM gives its rule: the function's and the event's name.</param>
/// <param name="IsEnabled">Where false, it is sent by hand alone.</param>
/// <param name="Input">What the function gets instead of the event; null where the template says nothing.</param>
internal sealed record Schedule(
    string Id, FunctionDescription Function, ScheduleExpression Expression, bool IsEnabled, string? Input)
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";
    private const string Account = "000000000000";
    private const string Region = "us-east-1";

    /// <summary>Whether EventBridge Scheduler sends it, and not a rule of EventBridge.</summary>
    public bool IsOfScheduler { get; init; }

    /// <summary>The name in its ARN.</summary>
    public string Name { get; init; } = Id;

    private string Arn => IsOfScheduler
        ? $"arn:aws:scheduler:{Region}:{Account}:schedule/default/{Name}"
        : $"arn:aws:events:{Region}:{Account}:rule/{Name}";

    /// <summary>What the function gets.</summary>
    /// <param name="due">The time that the schedule names, which may be over.</param>
    /// <param name="eventId">The same whenever the event is delivered again.</param>
    public string PayloadAt(DateTimeOffset due, Guid eventId)
    {
        var time = due.UtcDateTime.ToString(TimeFormat, null);
        if (Input is not null)
            return IsOfScheduler ? Filled(Input, time, eventId) : Input;

        return new JsonObject
        {
            ["version"] = "0",
            ["id"] = eventId.ToString(),
            ["detail-type"] = "Scheduled Event",
            ["source"] = IsOfScheduler ? "aws.scheduler" : "aws.events",
            ["account"] = Account,
            ["time"] = time,
            ["region"] = Region,
            ["resources"] = new JsonArray(Arn),
            // The Scheduler sends text here, a rule an object.
            ["detail"] = IsOfScheduler ? "{}" : new JsonObject(),
        }.ToJsonString();
    }

    private string Filled(string input, string time, Guid eventId) => input
        .Replace("<aws.scheduler.schedule-arn>", Arn, StringComparison.Ordinal)
        .Replace("<aws.scheduler.scheduled-time>", time, StringComparison.Ordinal)
        .Replace("<aws.scheduler.execution-id>", eventId.ToString("N"), StringComparison.Ordinal)
        .Replace("<aws.scheduler.attempt-number>", "1", StringComparison.Ordinal);
}

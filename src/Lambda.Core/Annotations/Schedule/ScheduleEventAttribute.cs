namespace Amazon.Lambda.Annotations.Schedule;

/// <summary>Invokes a function again and again.</summary>
/// <remarks>
/// The function takes a <c>ScheduledEvent</c> and, if it likes, an <c>ILambdaContext</c>; it returns nothing or a task.
/// What is not set here is not written to the template.
/// </remarks>
/// <param name="schedule">EventBridge's expression, in UTC: <c>rate(1 day)</c>, <c>cron(0 4 * * ? *)</c>.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ScheduleEventAttribute(string schedule) : Attribute
{
    /// <summary>EventBridge's expression, in UTC.</summary>
    public string Schedule { get; set; } = schedule;

    /// <summary>The event's name in the template, letters and digits; null derives it from the schedule.</summary>
    public string? ResourceName { get; set; }

    /// <summary>What the rule is for, as the console shows it.</summary>
    public string? Description { get; set; }

    /// <summary>JSON to hand over in place of the event, or the name of a file of the project that holds it.</summary>
    public string? Input { get; set; }

    /// <summary>Whether the function is invoked at all.</summary>
    public bool Enabled { get; set; } = true;
}

using Lambda.Local.EventSources.Schedules;
using Lambda.Local.Invoking;

namespace Lambda.Local.EventSources.Description;

/// <summary>What a template says of events other than requests.</summary>
/// <param name="Functions">Every function of the template, whatever its events.</param>
/// <param name="ObjectRules">No change of an object fits two of them.</param>
/// <param name="Unfed">Events that nothing here makes, each with its function.</param>
internal sealed record EventsDescription(
    IReadOnlyList<FunctionDescription> Functions,
    IReadOnlyList<ObjectRule> ObjectRules,
    IReadOnlyList<Schedule> Schedules,
    IReadOnlyList<UnfedEvent> Unfed)
{
    /// <summary>The same for those functions alone that can be called here.</summary>
    public EventsDescription Only(Func<FunctionDescription, bool> canBeCalled) => new(
        [.. Functions.Where(canBeCalled)],
        [.. ObjectRules.Where(rule => canBeCalled(rule.Function))],
        [.. Schedules.Where(schedule => canBeCalled(schedule.Function))],
        Unfed);
}

/// <summary>An event that nothing here makes.</summary>
/// <param name="Type">SAM's type, such as <c>SQS</c>.</param>
internal sealed record UnfedEvent(FunctionDescription Function, string Type);

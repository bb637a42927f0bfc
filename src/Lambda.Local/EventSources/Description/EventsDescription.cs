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
    /// <summary>The same for those functions alone that can be called here; the others' events are unfed.</summary>
    public EventsDescription Only(Func<FunctionDescription, bool> canBeCalled)
    {
        var strangers = ObjectRules.Select(rule => rule.Function)
            .Concat(Schedules.Select(schedule => schedule.Function))
            .Where(function => !canBeCalled(function))
            .DistinctBy(function => function.LogicalId);

        return new EventsDescription(
            [.. Functions.Where(canBeCalled)],
            [.. ObjectRules.Where(rule => canBeCalled(rule.Function))],
            [.. Schedules.Where(schedule => canBeCalled(schedule.Function))],
            [
                .. Unfed,
                .. strangers.Select(function => new UnfedEvent(function, "its handler is not in this function set")),
            ]);
    }
}

/// <summary>An event that nothing here makes.</summary>
/// <param name="Reason">SAM's type, such as <c>SQS</c>, or what else is in the way.</param>
internal sealed record UnfedEvent(FunctionDescription Function, string Reason);

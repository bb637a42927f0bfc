using Lambda.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Lambda.Generator.Parsing.Events;

/// <summary>One kind of event: its attribute, the methods it can invoke, its part of a template.</summary>
/// <param name="Type">The SAM type.</param>
/// <param name="Attribute">The attribute's full name.</param>
/// <param name="Source">The attribute's property that says whose events they are; its constructor's argument.</param>
/// <param name="Event">The full name of what a function of this kind takes.</param>
/// <param name="Mistake">What is reported when a value of the attribute is wrong: method, reason.</param>
/// <param name="Read">
/// Puts what the attribute says into properties and returns the event's name: empty when none can be made of its
/// source, null when the source itself was refused.
/// </param>
/// <param name="Answer">The full name of what a function of this kind may return; null when it is nothing.</param>
/// <param name="HasSwitch">
/// Whether SAM knows <c>Enabled</c> of it. Amazon's packages write that for every kind, and so does this.
/// </param>
internal sealed record EventKind(
    string Type,
    string Attribute,
    string Source,
    string Event,
    DiagnosticDescriptor Mistake,
    Func<EventAttribute, string?> Read,
    string? Answer = null,
    bool HasSwitch = true)
{
    /// <summary>Null when it has no name, which was reported then.</summary>
    public EventModel? Parse(EventAttribute attribute)
    {
        var derived = Read(attribute);
        if (!HasSwitch)
            attribute.WarnOfSwitch();
        var name = attribute.Text("ResourceName");
        if (name is not null && !LogicalName.Is(name))
            attribute.Refuse("ResourceName", $"its event cannot be called '{name}'; use letters and digits only");
        else if (name is null && derived is "")
            attribute.Refuse(Source, "no name can be made of it; set ResourceName to letters and digits");

        return (name ?? derived) is { } called
            ? new EventModel(called, Type, new EquatableArray<EventPropertyModel>(attribute.Properties))
            : null;
    }
}

/// <summary>The kinds there are.</summary>
internal static class EventKinds
{
    public static readonly EventKind[] All =
        [S3Events.Kind, SqsEvents.Kind, SnsEvents.Kind, DynamoDBEvents.Kind, ScheduleEvents.Kind];
}

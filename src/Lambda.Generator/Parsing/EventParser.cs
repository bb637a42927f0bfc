using Lambda.Generator.Model;
using Lambda.Generator.Parsing.Events;
using Microsoft.CodeAnalysis;

namespace Lambda.Generator.Parsing;

/// <summary>Reads the attributes that say what invokes a function, other than HTTP requests.</summary>
internal static class EventParser
{
    /// <summary>
    /// Whether one thing invokes the method. When not, that is reported, and nothing else about its arguments is worth
    /// saying.
    /// </summary>
    public static bool HasOneKind(IMethodSymbol method, Action<Finding> report) =>
        Triggers.AreOfOneKind(method, report);

    /// <summary>The events of a method that has one kind of them; none when it is invoked by hand or by HTTP.</summary>
    public static EventModel[] Parse(IMethodSymbol method, Action<Finding> report)
    {
        Triggers.RefuseNotOffered(method, report);
        if (EventKinds.All.FirstOrDefault(kind => method.Find(kind.Attribute) is not null) is not { } kind)
            return [];

        EventShape.Check(kind, method, report);
        var events = new List<EventModel>();
        foreach (var data in method.GetAttributes().Where(data => data.AttributeClass.Is(kind.Attribute)))
        {
            var attribute = new EventAttribute(kind, data, method, report);
            if (kind.Parse(attribute) is not { } found)
                continue;
            if (events.Any(other => other.Name == found.Name))
            {
                attribute.Refuse(
                    kind.Source, $"it has another event called '{found.Name}'; set ResourceName to another name");
            }

            events.Add(found);
        }

        return [.. events];
    }
}

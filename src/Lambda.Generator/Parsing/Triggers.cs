using Lambda.Generator.Model;
using Lambda.Generator.Parsing.Events;
using Microsoft.CodeAnalysis;

namespace Lambda.Generator.Parsing;

/// <summary>All attributes that say what invokes a function, and which of them go together.</summary>
internal static class Triggers
{
    private const string Alb = $"{KnownNames.Annotations}.ALB.ALBApiAttribute";
    private const string Durable = $"{KnownNames.Annotations}.DurableExecutionAttribute";

    private static readonly string[][] Groups =
    [
        [KnownNames.HttpApi, KnownNames.RestApi, KnownNames.FunctionUrl],
        [KnownNames.HttpApiAuthorizer, KnownNames.RestApiAuthorizer],
        [Alb],
        .. EventKinds.All.Select(kind => new[] { kind.Attribute }),
    ];

    /// <summary>Full names; each makes sense on a function alone.</summary>
    public static IEnumerable<string> Attributes => Groups.SelectMany(group => group);

    /// <summary>Whether the method has events of at most one kind; reports the second kind when not.</summary>
    public static bool AreOfOneKind(IMethodSymbol method, Action<Finding> report)
    {
        var found = method.GetAttributes()
            .Select(attribute => (Attribute: attribute, Group: GroupOf(attribute)))
            .Where(each => each.Group >= 0)
            .ToArray();

        var second = found.FirstOrDefault(each => each.Group != found[0].Group).Attribute;
        if (second is null)
            return true;

        report(Finding.Of(
            Diagnostics.TwoKindsOfEvents, Place.Of(second), method.Name, Written(found[0].Attribute), Written(second)));
        return false;
    }

    public static void RefuseNotOffered(IMethodSymbol method, Action<Finding> report)
    {
        if (method.Find(Alb) is { } alb)
            report(Finding.Of(Diagnostics.InvalidAlbApi, Place.Of(alb), method.Name));
        if (method.Find(Durable) is { } durable)
            report(Finding.Of(Diagnostics.InvalidDurableExecution, Place.Of(durable), method.Name));
    }

    private static int GroupOf(AttributeData attribute) =>
        Array.FindIndex(Groups, group => group.Any(name => attribute.AttributeClass.Is(name)));

    private static string Written(AttributeData attribute)
    {
        const string Suffix = "Attribute";
        var name = attribute.AttributeClass!.Name;
        return $"[{name.Substring(0, name.Length - Suffix.Length)}]";
    }
}

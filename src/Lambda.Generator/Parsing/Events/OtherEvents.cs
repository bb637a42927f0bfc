using Lambda.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Lambda.Generator.Parsing.Events;

/// <summary>What else the programming model knows: HTTP requests, read elsewhere, and what is not offered.</summary>
internal static class OtherEvents
{
    public const string Alb = $"{KnownNames.Annotations}.ALB.ALBApiAttribute";
    private const string Durable = $"{KnownNames.Annotations}.DurableExecutionAttribute";

    private static readonly string[][] Groups =
    [
        [KnownNames.HttpApi, $"{KnownNames.Gateway}.RestApiAttribute"],
        [$"{KnownNames.Gateway}.FunctionUrlAttribute"],
        [$"{KnownNames.Gateway}.HttpApiAuthorizerAttribute", $"{KnownNames.Gateway}.RestApiAuthorizerAttribute"],
        [Alb],
        .. EventKinds.All.Select(kind => new[] { kind.Attribute }),
    ];

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

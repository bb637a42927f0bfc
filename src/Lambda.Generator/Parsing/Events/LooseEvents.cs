using Lambda.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lambda.Generator.Parsing.Events;

/// <summary>What there is to say of an event's attribute whatever else its method has.</summary>
internal static class LooseEvents
{
    public static void Register(IncrementalGeneratorInitializationContext context)
    {
        foreach (var kind in EventKinds.All)
            Register(context, kind.Attribute, kind);
        Register(context, OtherEvents.Alb, null);
    }

    private static void Register(IncrementalGeneratorInitializationContext context, string attribute, EventKind? kind)
    {
        var found = context.SyntaxProvider.ForAttributeWithMetadataName(
            attribute,
            static (node, _) => node is MethodDeclarationSyntax,
            (found, _) => new EquatableArray<Finding>(
                [.. Findings((IMethodSymbol)found.TargetSymbol, [.. found.Attributes], kind)]));

        context.RegisterSourceOutput(found, static (output, findings) =>
        {
            foreach (var finding in findings)
                output.ReportDiagnostic(finding.ToDiagnostic());
        });
    }

    private static IEnumerable<Finding> Findings(IMethodSymbol method, AttributeData[] attributes, EventKind? kind)
    {
        // Nothing would ever invoke it.
        if (method.Find(KnownNames.LambdaFunction) is null)
            yield return Finding.Of(Diagnostics.NoFunctionAttribute, Place.Of(method), method.Name);

        if (kind is null or { HasSwitch: true })
            yield break;
        foreach (var attribute in attributes.Where(attribute => attribute.Get<bool?>("Enabled", null) is not null))
        {
            yield return Finding.Of(
                Diagnostics.CannotBeSwitchedOff,
                ArgumentPlace.Of(attribute, "Enabled"),
                method.Name,
                $"The {kind.Type} event");
        }
    }
}

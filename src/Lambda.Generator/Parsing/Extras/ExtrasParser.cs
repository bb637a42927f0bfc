using Lambda.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lambda.Generator.Parsing.Extras;

/// <summary>Reads the attributes of our own, which say what one would else write into the template by hand.</summary>
internal static class ExtrasParser
{
    private static readonly string[] OfFunctions =
        [ExtraAttribute.AuthorizedBy, ExtraAttribute.EnvironmentVariable, ExtraAttribute.PolicyStatement];

    public static FunctionExtras Parse(IMethodSymbol method, AttributeData function, Action<Finding> report)
    {
        var extras = new FunctionExtras(
            new EquatableArray<EventPropertyModel>(AuthorizedByParser.Parse(method, report)),
            EnvironmentParser.Parse(method, report),
            StatementParser.Parse(method, function, report));
        return extras == FunctionExtras.None ? FunctionExtras.None : extras;
    }

    public static ProjectExtras Parse(IAssemblySymbol assembly, Action<Finding> report) =>
        new(JwtParser.Parse(assembly, report), CorsParser.Parse(assembly, report));

    /// <summary>Reports what only makes sense on a function, on methods that are none.</summary>
    public static void RegisterLoose(IncrementalGeneratorInitializationContext context)
    {
        foreach (var attribute in OfFunctions)
        {
            var found = context.SyntaxProvider.ForAttributeWithMetadataName(
                attribute,
                static (node, _) => node is MethodDeclarationSyntax,
                static (found, _) => Loose((IMethodSymbol)found.TargetSymbol, found.Attributes[0]));

            context.RegisterSourceOutput(found, static (output, finding) =>
            {
                if (finding is not null)
                    output.ReportDiagnostic(finding.ToDiagnostic());
            });
        }
    }

    private static Finding? Loose(IMethodSymbol method, AttributeData attribute)
    {
        if (method.Find(KnownNames.LambdaFunction) is not null)
            return null;

        var name = attribute.AttributeClass!.Name;
        var written = $"[{name.Substring(0, name.Length - "Attribute".Length)}]";
        return Finding.Of(Diagnostics.ExtraWithoutFunction, Place.Of(attribute), method.Name, written);
    }
}

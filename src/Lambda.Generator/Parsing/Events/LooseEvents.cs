using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lambda.Generator.Parsing.Events;

/// <summary>Events of methods that are no functions: nothing would ever invoke those.</summary>
internal static class LooseEvents
{
    public static void Register(IncrementalGeneratorInitializationContext context)
    {
        foreach (var attribute in (string[])[.. EventKind.All.Select(kind => kind.Attribute), OtherEvents.Alb])
        {
            var found = context.SyntaxProvider.ForAttributeWithMetadataName(
                attribute,
                static (node, _) => node is MethodDeclarationSyntax,
                static (found, _) => FindingsParser.OfRoute((IMethodSymbol)found.TargetSymbol));

            context.RegisterSourceOutput(found, static (output, finding) =>
            {
                if (finding is not null)
                    output.ReportDiagnostic(finding.ToDiagnostic());
            });
        }
    }
}

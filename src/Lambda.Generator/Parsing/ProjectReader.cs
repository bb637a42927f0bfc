using Lambda.Generator.Model;
using Lambda.Generator.OpenApi;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lambda.Generator.Parsing;

/// <summary>Finds what is attributed, in the order of the sources, and has it parsed.</summary>
internal static class ProjectReader
{
    /// <param name="trees">Those that may hold functions.</param>
    public static ProjectReading Read(
        Compilation compilation, IEnumerable<SyntaxTree> trees, string? targetFramework, CancellationToken ct)
    {
        var methods = new List<IMethodSymbol>();
        var startups = new List<INamedTypeSymbol>();
        var strays = new List<Finding>();
        foreach (var symbol in Attributed(compilation, trees, ct))
        {
            ct.ThrowIfCancellationRequested();
            if (symbol is INamedTypeSymbol type && type.Find(KnownNames.LambdaStartup) is not null)
                startups.Add(type);
            else if (symbol is IMethodSymbol method && method.Find(KnownNames.LambdaFunction) is not null)
                methods.Add(method);
            else if (symbol is IMethodSymbol other && FindingsParser.OfStray(other) is { } stray)
                strays.Add(stray);
        }

        ParsedFunction[] functions = [.. methods.Select(FunctionParser.Parse)];
        ParsedStartup[] parsed = [.. startups.Select(StartupParser.Parse)];
        var assembly = ProjectParser.Parse(compilation, targetFramework, ct);
        var generated = assembly.Project.HasRuntime ? functions.Select(function => function.Function) : [];
        return new ProjectReading(
            new([.. generated.OfType<FunctionModel>()]),
            parsed.FirstOrDefault()?.Startup,
            assembly.Project,
            ApiDescription.Of(compilation, methods, startups.FirstOrDefault(), ct),
            new([.. FindingsParser.All(functions, parsed, assembly, strays)]));
    }

    private static IEnumerable<ISymbol> Attributed(
        Compilation compilation, IEnumerable<SyntaxTree> trees, CancellationToken ct)
    {
        // The parts of a class are one class, those of a method one method.
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var tree in trees)
        {
            var model = compilation.GetSemanticModel(tree);
            foreach (var node in tree.GetRoot(ct).DescendantNodes(HoldsDeclarations).OfType<MemberDeclarationSyntax>())
            {
                if (node is (MethodDeclarationSyntax or ClassDeclarationSyntax) and { AttributeLists.Count: > 0 }
                    && model.GetDeclaredSymbol(node, ct) is { } symbol
                    && seen.Add(Whole(symbol)))
                    yield return Whole(symbol);
            }
        }
    }

    private static ISymbol Whole(ISymbol symbol) => (symbol as IMethodSymbol)?.PartialDefinitionPart ?? symbol;

    private static bool HoldsDeclarations(SyntaxNode node) =>
        node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax;
}

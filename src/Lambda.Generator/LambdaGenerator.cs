using System.Collections.Immutable;
using Lambda.Generator.Emit;
using Lambda.Generator.Model;
using Lambda.Generator.Parsing;
using Lambda.Generator.Parsing.Events;
using Lambda.Generator.Parsing.Extras;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lambda.Generator;

/// <summary>
/// The pipeline and nothing else: find what is attributed, parse it into models, emit from the models.
/// </summary>
/// <remarks>
/// Symbols stop at the parsers. Everything behind them compares by value, so typing in one method re-emits at most that
/// method; the tests count it.
/// </remarks>
[Generator(LanguageNames.CSharp)]
public sealed class LambdaGenerator : IIncrementalGenerator
{
    internal const string FunctionStep = "Function";
    internal const string HandlerStep = "Handler";
    internal const string SetStep = "FunctionSet";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var parsed = context.SyntaxProvider.ForAttributeWithMetadataName(
            KnownNames.LambdaFunction,
            static (node, _) => node is MethodDeclarationSyntax,
            static (found, _) => FunctionParser.Parse((IMethodSymbol)found.TargetSymbol, found.Attributes[0]));

        var startups = context.SyntaxProvider.ForAttributeWithMetadataName(
            KnownNames.LambdaStartup,
            static (node, _) => node is ClassDeclarationSyntax,
            static (found, _) => StartupParser.Parse((INamedTypeSymbol)found.TargetSymbol)).Collect();

        var targetFramework = context.AnalyzerConfigOptionsProvider.Select(static (options, _) =>
            options.GlobalOptions.TryGetValue("build_property.TargetFramework", out var value) ? value : null);
        var assembly = context.CompilationProvider.Combine(targetFramework).Select(static (pair, ct) =>
            ProjectParser.Parse(pair.Left, pair.Right, ct));

        var startup = startups.Select(static (all, _) => all.FirstOrDefault()?.Startup);
        var project = assembly.Select(static (found, _) => found.Project);

        var functions = parsed
            .Select(static (result, _) => result.Function)
            .Where(static function => function is not null)
            .Select(static (function, _) => function!)
            .WithTrackingName(FunctionStep);

        var set = functions.Collect()
            .Select(static (all, _) => NamedFunction.NameAll(all))
            .Combine(project)
            .WithTrackingName(SetStep);

        var sharedNames = functions.Collect().Select(static (all, _) => SharedHandlerTypes(all));
        var handlers = functions.Combine(startup).Combine(sharedNames).WithTrackingName(HandlerStep);

        context.RegisterSourceOutput(handlers, static (output, found) =>
        {
            var ((function, startup), shared) = found;
            if (startup is null && function.NeedsServices)
                return;

            var file = shared.Contains(function.HandlerType) ? function.FullHandlerType : function.HandlerType;
            output.AddSource($"{file}.g.cs", HandlerEmitter.Emit(function, startup));
        });

        context.RegisterSourceOutput(set, static (output, found) =>
        {
            var (named, project) = found;
            if (project.GeneratesMain && named.Count > 0)
                output.AddSource("Program.g.cs", ProgramEmitter.Emit(named));
            if (project.OffersModel)
                output.AddSource("Manifest.g.cs", ManifestEmitter.Emit(project, named));
        });

        var routes = context.SyntaxProvider.ForAttributeWithMetadataName(
            KnownNames.HttpApi,
            static (node, _) => node is MethodDeclarationSyntax,
            static (found, _) => FindingsParser.OfRoute((IMethodSymbol)found.TargetSymbol)).Collect();
        var findings = parsed.Collect().Combine(startups).Combine(assembly).Combine(routes);

        LooseEvents.Register(context);
        ExtrasParser.RegisterLoose(context);
        context.RegisterSourceOutput(findings, static (output, found) =>
        {
            var (((functions, startups), assembly), routes) = found;
            foreach (var finding in FindingsParser.All(functions, startups, assembly, routes))
                output.ReportDiagnostic(finding.ToDiagnostic());
        });
    }

    // Classes of one name in two namespaces: their handlers' files need more than that name.
    private static EquatableArray<string> SharedHandlerTypes(ImmutableArray<FunctionModel> functions)
    {
        var byName = functions.GroupBy(function => function.HandlerType);
        return new([.. byName.Where(group => group.Count() > 1).Select(group => group.Key)]);
    }
}

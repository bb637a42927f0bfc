using Lambda.Generator.Caching;
using Lambda.Generator.Emit;
using Lambda.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Lambda.Generator;

/// <summary>
/// The pipeline and nothing else: find what is attributed, parse it into models, emit from the models.
/// </summary>
/// <remarks>
/// Symbols stop at the parsers. Everything behind them compares by value, so typing in one method re-emits at most that
/// method; and typing where no function looks is not even parsed (<see cref="ProjectSnapshot"/>). The tests count it.
/// </remarks>
[Generator(LanguageNames.CSharp)]
public sealed class LambdaGenerator : IIncrementalGenerator
{
    internal const string SnapshotStep = "Snapshot";
    internal const string HandlerStep = "Handler";
    internal const string SetStep = "FunctionSet";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var targetFramework = context.AnalyzerConfigOptionsProvider.Select(static (options, _) =>
            options.GlobalOptions.TryGetValue("build_property.TargetFramework", out var value) ? value : null);

        var reading = context.CompilationProvider.Combine(targetFramework)
            .Select(static (pair, _) => new ProjectSnapshot(pair.Left, pair.Right))
            .WithTrackingName(SnapshotStep)
            .Select(static (snapshot, ct) => snapshot.Read(ct));

        var handlers = reading.SelectMany(static (found, _) => HandlerModel.Of(found)).WithTrackingName(HandlerStep);
        context.RegisterSourceOutput(handlers, static (output, handler) =>
            Add(output, $"{handler.File}.g.cs", HandlerEmitter.Emit(handler.Function, handler.Startup)));

        var set = reading
            .Select(static (found, _) => (
                Functions: NamedFunction.NameAll(found.Functions),
                Namespace: found.Functions.Count > 0 ? found.Functions[0].Namespace : null,
                found.Project,
                found.Api))
            .WithTrackingName(SetStep);
        context.RegisterSourceOutput(set, static (output, found) =>
        {
            if (found.Project.GeneratesMain && found.Namespace is { } place)
                Add(output, "Program.g.cs", ProgramEmitter.Emit(found.Functions, place));
            if (found.Project.OffersModel)
                output.AddSource("Manifest.g.cs", ManifestEmitter.Emit(found.Project, found.Functions, found.Api));
        });

        var findings = reading.SelectMany(static (found, _) => found.Findings);
        context.RegisterSourceOutput(findings, static (output, finding) =>
            output.ReportDiagnostic(finding.ToDiagnostic()));
    }

    private static void Add(SourceProductionContext output, string file, string text)
    {
        output.AddSource(file, text);
        output.ReportDiagnostic(Diagnostic.Create(Diagnostics.Generated, Location.None, file));
    }
}

using System.Collections.Immutable;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Lambda.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.Extensions.DependencyInjection;

namespace Lambda.Tests.Generator;

/// <summary>The generator, run over real C# that sees what a function's project sees.</summary>
internal sealed class GeneratorRun
{
    private const string Usings =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Amazon.Lambda.Annotations;
        global using Amazon.Lambda.Annotations.APIGateway;
        global using Amazon.Lambda.APIGatewayEvents;
        global using Amazon.Lambda.Core;
        global using Microsoft.Extensions.DependencyInjection;
        """;

    private const string Serializer =
        "[assembly: LambdaSerializer(typeof(Lambda.Tests.Generator.ReflectionSerializer))]";

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Append(typeof(ILambdaContext).Assembly.Location)
            .Append(typeof(HandlerWrapper).Assembly.Location)
            .Append(typeof(GeneratorRun).Assembly.Location)
            .Append(typeof(ServiceCollection).Assembly.Location)
            .Distinct()
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly GeneratorDriver _driver;
    private readonly CSharpCompilation _input;

    private GeneratorRun(CSharpCompilation input, GeneratorDriver driver)
    {
        _input = input;
        _driver = driver.RunGeneratorsAndUpdateCompilation(
            input, out var output, out _, TestContext.Current.CancellationToken);
        Output = (CSharpCompilation)output;
    }

    public CSharpCompilation Output { get; }

    public GeneratorRunResult Result => _driver.GetRunResult().Results.Single();

    /// <summary>What there is to object to; that files were generated is no objection.</summary>
    private CSharpParseOptions Options => (CSharpParseOptions)_input.SyntaxTrees[0].Options;

    public IEnumerable<Diagnostic> Diagnostics =>
        Result.Diagnostics.Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Info);

    /// <summary>Whether the project had to be bound and read in this run.</summary>
    public bool IsRead =>
        Result.TrackedSteps["Snapshot"].Single().Outputs.Single().Reason
            is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified;

    /// <summary>A library whose serializer is named already.</summary>
    public static GeneratorRun Of(params string[] sources) =>
        Of(OutputKind.DynamicallyLinkedLibrary, [Serializer, .. sources]);

    /// <summary>A program whose serializer is named already.</summary>
    public static GeneratorRun OfProgram(params string[] sources) =>
        Of(OutputKind.ConsoleApplication, [Serializer, .. sources]);

    public static GeneratorRun Of(
        OutputKind kind, string[] sources, LanguageVersion language = LanguageVersion.Preview)
    {
        var parsing = new CSharpParseOptions(language);
        var input = CSharpCompilation.Create(
            "Shop",
            [Parse(Usings, parsing), .. sources.Select(source => Parse(source, parsing))],
            References,
            new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable));
        var driver = CSharpGeneratorDriver.Create(
            [new LambdaGenerator().AsSourceGenerator()],
            parseOptions: parsing,
            driverOptions: new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        return new GeneratorRun(input, driver);
    }

    /// <summary>The same project with one more file, run by the same generator.</summary>
    public GeneratorRun Then(string source) => new(_input.AddSyntaxTrees(Parse(source, Options)), _driver);

    /// <summary>The same project with a text in it replaced, run by the same generator.</summary>
    public GeneratorRun Then(string before, string after)
    {
        var tree = _input.SyntaxTrees.Single(tree => tree.ToString().Contains(before, StringComparison.Ordinal));
        var edited = tree.ToString().Replace(before, after, StringComparison.Ordinal);
        return new GeneratorRun(_input.ReplaceSyntaxTree(tree, Parse(edited, Options)), _driver);
    }

    /// <summary>Errors and warnings of everything, the generated code included.</summary>
    public IEnumerable<Diagnostic> CompileErrors() =>
        Output.GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);

    /// <summary>The generated file of that name.</summary>
    public string Generated(string file) =>
        Result.GeneratedSources.Single(source => source.HintName == file).SourceText.ToString();

    private static SyntaxTree Parse(string source, CSharpParseOptions parsing) =>
        CSharpSyntaxTree.ParseText(source, parsing, cancellationToken: TestContext.Current.CancellationToken);
}

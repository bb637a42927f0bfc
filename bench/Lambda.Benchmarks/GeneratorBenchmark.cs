using System.Diagnostics;
using Lambda.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Lambda.Benchmarks;

/// <summary>
/// What the generator costs whoever types: its first run, and its run after an edit of a file without functions, for
/// projects of 1, 100 and 1,000 functions.
/// </summary>
/// <remarks>
/// Binding is the compiler's own work, which the generator only triggers; so each run gets a compilation of its own that
/// has not been bound before, as an editor's has not after a keystroke.
/// </remarks>
internal static class GeneratorBenchmark
{
    private const int Runs = 15;
    private const int Warmups = 5;

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Preview);

    /// <returns>0 when an unrelated edit costs less than a tenth of the first run and re-emits nothing; else 1.</returns>
    public static int Run(TextWriter output)
    {
        var isGood = true;
        output.WriteLine("functions   first run   after an edit   ratio   emitted again");
        foreach (var count in new[] { 1, 100, 1000 })
        {
            var (first, again, emitted) = Measure(count);
            output.WriteLine(
                $"{count,9}   {first,6:0.00} ms   {again,10:0.00} ms   {again / first,5:0.000}   {emitted,13}");
            isGood &= again < first / 10 && emitted == 0;
        }

        return isGood ? 0 : 1;
    }

    private static (double First, double Again, int Emitted) Measure(int count)
    {
        var project = Project(count);
        var firsts = new List<double>();
        var agains = new List<double>();

        for (var run = 0; run < Warmups + Runs; run++)
        {
            var (first, driver) = Time(NewDriver(), project.Clone());
            var (again, _) = Time(driver, Edited(project, run));
            if (run < Warmups)
                continue;

            firsts.Add(first);
            agains.Add(again);
        }

        return (Median(firsts), Median(agains), Emitted(project));
    }

    // Counting is a run of its own, because keeping count takes time.
    private static int Emitted(CSharpCompilation project) =>
        NewDriver(isTracked: true).RunGenerators(project).RunGenerators(Edited(project, 0))
            .GetRunResult().Results.Single().TrackedOutputSteps
            .SelectMany(step => step.Value)
            .SelectMany(step => step.Outputs)
            .Count(made => made.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified);

    private static CSharpCompilation Edited(CSharpCompilation project, int edit) => project.ReplaceSyntaxTree(
        project.SyntaxTrees[0], Parse(FunctionSource.Unrelated(edit + 1), project.SyntaxTrees[0].FilePath));

    private static CSharpCompilation Project(int count)
    {
        string[] sources = [FunctionSource.Unrelated(0), FunctionSource.Startup, .. FunctionSource.Classes(count)];
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path));

        return CSharpCompilation.Create(
            "Shop",
            sources.Select((source, at) => Parse(source, $"File{at}.cs")),
            references,
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    private static CSharpGeneratorDriver NewDriver(bool isTracked = false) => CSharpGeneratorDriver.Create(
        [new LambdaGenerator().AsSourceGenerator()],
        parseOptions: Parsing,
        driverOptions: new(IncrementalGeneratorOutputKind.None, isTracked));

    private static (double Milliseconds, GeneratorDriver Driver) Time(GeneratorDriver driver, CSharpCompilation project)
    {
        GC.Collect(); // so that neither pays for what the other has left
        var watch = Stopwatch.StartNew();
        var after = driver.RunGenerators(project);
        return (watch.Elapsed.TotalMilliseconds, after);
    }

    private static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(source, Parsing, path);

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}

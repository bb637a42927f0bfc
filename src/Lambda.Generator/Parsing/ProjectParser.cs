using Lambda.Generator.Model;
using Lambda.Generator.Parsing.Extras;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Lambda.Generator.Parsing;

/// <summary>Reads what holds for the whole project.</summary>
internal static class ProjectParser
{
    private static readonly string[] Runtimes = ["provided.al2", "provided.al2023", "dotnet8", "dotnet10"];

    public static ParsedProject Parse(Compilation compilation, string? targetFramework, CancellationToken ct)
    {
        var attribute = compilation.Assembly.Find(KnownNames.LambdaGlobalProperties);
        var place = attribute is null ? null : Place.Of(attribute);
        var findings = new List<Finding>();

        var runtime = attribute?.Get<string?>("Runtime", null);
        if (runtime is not null && !Runtimes.Contains(runtime))
            findings.Add(Finding.Of(Diagnostics.UnknownRuntime, place, runtime));
        var hasRuntime = findings.Count == 0;

        var generatesMain = GeneratesMain(compilation.Assembly);
        if (generatesMain)
            findings.AddRange(WhyNoMain(compilation, place, ct));

        var project = new ProjectModel(
            compilation.AssemblyName ?? "",
            generatesMain && findings.Count == 0,
            runtime ?? (targetFramework == "net8.0" ? "dotnet8" : "dotnet10"),
            compilation.GetTypeByMetadataName(KnownNames.LambdaFunction) is not null)
        {
            Extras = ExtrasParser.Parse(compilation.Assembly, findings.Add),
            HasRuntime = hasRuntime,
            HasRawStrings = compilation is CSharpCompilation { LanguageVersion: >= LanguageVersion.CSharp11 },
        };
        return new ParsedProject(project, place, new EquatableArray<Finding>([.. findings]));
    }

    public static bool GeneratesMain(IAssemblySymbol assembly) =>
        assembly.Find(KnownNames.LambdaGlobalProperties)?.Get("GenerateMain", false) ?? false;

    private static IEnumerable<Finding> WhyNoMain(Compilation compilation, Place? place, CancellationToken ct)
    {
        if (compilation.Options.OutputKind is not OutputKind.ConsoleApplication)
            yield return Finding.Of(Diagnostics.NotExecutable, place);
        if (compilation.GetTypeByMetadataName(KnownNames.BootstrapBuilder) is null)
            yield return Finding.Of(Diagnostics.MissingReference, place, "Amazon.Lambda.RuntimeSupport");
        if (compilation.GetEntryPoint(ct) is { } main)
            yield return Finding.Of(Diagnostics.OwnMain, Place.Of(main) ?? place, main.ToDisplayString());
    }
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Photos.Tests.Shared;

namespace Lambda.Tests.Packages;

/// <summary>
/// What Amazon's packages offer to function code, as declarations without bodies: an assembly that can be compiled
/// against and not run.
/// </summary>
internal static class AmazonSurface
{
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Preview);

    public static CSharpCompilation Compile(CancellationToken ct)
    {
        var folder = Path.Combine(Repository.Root, "test", "Lambda.Tests", "Packages", "Surface");
        var sources = Directory.GetFiles(folder, "*.cs").Order(StringComparer.Ordinal)
            .Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), Parsing, path, cancellationToken: ct));

        return CSharpCompilation.Create(
            "AmazonLambdaSurface", sources, Framework(), new(OutputKind.DynamicallyLinkedLibrary));
    }

    /// <summary>The framework as the SDK's compilers see it, so that what is compiled can be referred to by them.</summary>
    public static ImmutableArray<MetadataReference> Framework()
    {
        var runtime = new DirectoryInfo(Path.GetDirectoryName(typeof(object).Assembly.Location)!);
        var sdk = runtime.Parent!.Parent!.Parent!.FullName;
        var version = Directory.GetDirectories(Path.Combine(sdk, "packs", "Microsoft.NETCore.App.Ref"))
            .Order(StringComparer.Ordinal)
            .Last();
        var folder = Path.Combine(version, "ref", $"net{Environment.Version.Major}.0");
        return [.. Directory.GetFiles(folder, "*.dll").Select(path => MetadataReference.CreateFromFile(path))];
    }
}

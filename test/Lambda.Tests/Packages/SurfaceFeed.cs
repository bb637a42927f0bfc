using System.IO.Compression;
using System.Xml.Linq;
using Photos.Tests.Shared;

namespace Lambda.Tests.Packages;

/// <summary>
/// A package feed in a folder: every package that the switch asks for, in the version it asks for, holding the surface
/// and nothing that runs.
/// </summary>
internal static class SurfaceFeed
{
    private const string Holder = "Amazon.Lambda.Core";
    private const string Generating = "Amazon.Lambda.Annotations";
    private const string Framework = "net8.0";

    // Amazon's generator writes the program's start; here it has to be brought along.
    private const string MainTargets =
        """
        <Project>
          <ItemGroup>
            <Compile Include="$(MSBuildThisFileDirectory)Main.cs" Visible="false" />
          </ItemGroup>
        </Project>
        """;

    private const string Main = "internal static class Program { private static void Main() { } }";

    public static void WriteTo(string folder, byte[] surface)
    {
        foreach (var (id, version) in Wanted())
        {
            using var package = ZipFile.Open(Path.Combine(folder, $"{id}.{version}.nupkg"), ZipArchiveMode.Create);
            Add(package, $"{id}.nuspec", Specification(id, version));
            if (id == Holder)
                Add(package, $"lib/{Framework}/AmazonLambdaSurface.dll", surface);
            if (id != Generating)
                continue;

            Add(package, $"build/{id}.targets", MainTargets);
            Add(package, "build/Main.cs", Main);
        }
    }

    private static IEnumerable<(string Id, string Version)> Wanted() =>
        XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props")).Descendants("PackageVersion")
            .Select(package => (package.Attribute("Include")!.Value, package.Attribute("Version")!.Value))
            .Where(package => package.Item1.StartsWith("Amazon.Lambda.", StringComparison.Ordinal));

    private static string Specification(string id, string version) =>
        $"""
        <?xml version="1.0"?>
        <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
          <metadata>
            <id>{id}</id>
            <version>{version}</version>
            <authors>Photos</authors>
            <description>Declarations to compile against.</description>
          </metadata>
        </package>
        """;

    private static void Add(ZipArchive package, string path, string text) =>
        Add(package, path, System.Text.Encoding.UTF8.GetBytes(text));

    private static void Add(ZipArchive package, string path, byte[] bytes)
    {
        using var entry = package.CreateEntry(path).Open();
        entry.Write(bytes);
    }
}

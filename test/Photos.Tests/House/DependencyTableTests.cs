using System.Xml.Linq;
using Photos.Tests.Shared;

namespace Photos.Tests.House;

/// <summary>CONTRIBUTING's table says what each project may reference; the project files say what it does.</summary>
public sealed class DependencyTableTests
{
    [Fact]
    public void Every_project_references_exactly_what_the_table_says()
    {
        var actual = Projects("src").Select(Describe).Order(StringComparer.Ordinal);

        Assert.Equal(Table().Order(StringComparer.Ordinal), actual);
    }

    [Fact]
    public void The_solution_holds_every_project()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "Annotations.sln"));

        Assert.All(
            [.. Projects("src"), .. Projects("test")],
            project => Assert.Contains(Path.GetFileName(project), solution, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Projects(string folder) => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, folder), "*.csproj", SearchOption.AllDirectories)
        .Where(project => !project.Contains("node_modules", StringComparison.Ordinal));

    private static IEnumerable<string> Table() => File.ReadLines(Path.Combine(Repository.Root, "CONTRIBUTING.md"))
        .SkipWhile(line => !line.StartsWith("| project |", StringComparison.Ordinal))
        .Skip(2)
        .TakeWhile(line => line.StartsWith('|'))
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1..4])
        .Select(cells => $"{cells[0]}: {cells[1]}; {cells[2]}");

    private static string Describe(string project)
    {
        var elements = XDocument.Load(project).Descendants();
        var references = Includes(elements, "ProjectReference").Select(Path.GetFileNameWithoutExtension);
        var packages = Includes(elements, "PackageReference");
        return $"{Path.GetFileNameWithoutExtension(project)}: {Joined(references)}; {Joined(packages)}";
    }

    private static IEnumerable<string> Includes(IEnumerable<XElement> elements, string kind) => elements
        .Where(element => element.Name.LocalName == kind)
        .Select(element => element.Attribute("Include")!.Value);

    private static string Joined(IEnumerable<string?> names) => string.Join(", ", names.Order(StringComparer.Ordinal));
}

using System.Text.RegularExpressions;
using Photos.Tests.Shared;

namespace Photos.Tests.House;

/// <summary>Rules of the house that no compiler checks.</summary>
public sealed class CheckoutTests
{
    private static readonly (string Folder, string Pattern, int MaxLines)[] Limits =
        [("src", "*.cs", 200), ("test", "*.cs", 300), ("www", "*.js", 200)];

    [Fact]
    public void No_source_file_is_too_long_to_read_at_once()
    {
        var tooLong = Limits.SelectMany(limit => Sources(limit.Folder, limit.Pattern)
            .Where(file => File.ReadLines(file).Count() > limit.MaxLines));

        Assert.Empty(tooLong);
    }

    // In tests, what goes over the wire is clearest in one piece.
    [Fact]
    public void No_line_of_what_ships_is_wider_than_120_columns()
    {
        var tooWide =
            from limit in Limits
            where limit.Folder != "test"
            from file in Sources(limit.Folder, limit.Pattern)
            from line in File.ReadLines(file).Index()
            where ColumnsOf(line.Item) > 120
            select $"{Path.GetRelativePath(Repository.Root, file)}:{line.Index + 1}";

        Assert.Empty(tooWide);
    }

    [Fact]
    public void The_domain_never_asks_where_it_runs()
    {
        var asks = new Regex("isLocal|IsDevelopment|#if ", RegexOptions.NonBacktracking);

        var domain = Path.Combine(Repository.Root, "src", "Photos");

        Assert.DoesNotContain(
            Sources("src", "*.cs").Where(file => file.StartsWith(domain, StringComparison.Ordinal)),
            file => asks.IsMatch(File.ReadAllText(file)));
    }

    [Fact]
    public void A_partition_key_is_made_in_one_place_from_the_owner_alone()
    {
        var makers = Sources("src", "*.cs")
            .Where(file => File.ReadAllText(file).Contains("\"U#", StringComparison.Ordinal));

        Assert.Equal(["PhotoItem.cs"], makers.Select(Path.GetFileName));
    }

    private static int ColumnsOf(string line) => line.EnumerateRunes().Count();

    private static IEnumerable<string> Sources(string folder, string pattern) => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, folder), pattern, SearchOption.AllDirectories)
        .Where(file => !file.Contains("node_modules", StringComparison.Ordinal));
}

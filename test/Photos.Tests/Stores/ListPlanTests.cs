using Photos.Embedded;
using Photos.Library;

namespace Photos.Tests.Stores;

/// <summary>
/// Each list follows one index of SQLite, in its order: nothing is sorted, and nothing is read that is not shown. So a
/// page costs the same in a library of any size (decision 0024).
/// </summary>
public sealed class ListPlanTests : IDisposable
{
    private readonly ScratchDatabase _scratch = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string, bool> Lists => new MatrixTheoryData<string, bool>(Filters.Keys, [false, true]);

    private static Dictionary<string, PhotoFilter> Filters { get; } = new()
    {
        ["library"] = PhotoFilter.Library,
        ["trash"] = PhotoFilter.InTrash,
        ["favourites"] = Of(favourite: true),
        ["tag"] = Of(tag: "beach"),
        ["from"] = Of(from: A.Noon),
        ["until"] = Of(until: A.Noon),
        ["from and until"] = Of(from: A.Noon.AddYears(-1), until: A.Noon),
        ["tag, from and until"] = Of(tag: "beach", from: A.Noon.AddYears(-1), until: A.Noon),
        ["favourites, from and until"] = Of(favourite: true, from: A.Noon.AddYears(-1), until: A.Noon),
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_page_is_a_stretch_of_one_index(string list, bool goesOn)
    {
        var filter = Filters[list];

        var plan = await ExplainAsync(PhotoQueries.ListSql(filter, goesOn));

        Assert.Equal(filter.Tag is null ? 1 : 2, plan.Count);
        Assert.StartsWith("SEARCH ", plan[0], StringComparison.Ordinal);
        Assert.Contains(IndexOf(filter), plan[0], StringComparison.Ordinal);

        // What bounds the stretch is that it goes on somewhere, or else the filter.
        var column = filter.State == PhotoState.Trashed ? "trashed_at" : "taken_local";
        Assert.Equal(goesOn || filter.Until is not null, plan[0].Contains($"{column}<", StringComparison.Ordinal)
            || plan[0].Contains($"({column},id)<", StringComparison.Ordinal));
        Assert.Equal(filter.From is not null, plan[0].Contains($"{column}>", StringComparison.Ordinal));

        // The photos of a tag are looked up one by one.
        Assert.All(plan.Skip(1), step => Assert.EndsWith(
            "USING PRIMARY KEY (owner=? AND id=?)", step, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_due_is_a_stretch_of_one_index()
    {
        var step = Assert.Single(await ExplainAsync(PhotoQueries.DueSql));

        Assert.Contains("USING COVERING INDEX photos_by_due (due", step, StringComparison.Ordinal);
    }

    public void Dispose() => _scratch.Dispose();

    private static string IndexOf(PhotoFilter filter) => filter switch
    {
        { State: PhotoState.Trashed } => "USING INDEX photos_in_trash (owner=?",
        { Tag: not null } => "USING PRIMARY KEY (owner=? AND tag=?",
        { Favourite: true } => "USING INDEX photos_favourite (owner=?",
        _ => "USING INDEX photos_by_time (owner=? AND state=?",
    };

    private static PhotoFilter Of(
        bool favourite = false, string? tag = null, DateTimeOffset? from = null, DateTimeOffset? until = null) =>
        A.Filter(PhotoFilter.Of(
            PhotoState.Ready,
            favourite,
            tag is null ? null : PhotoTag.Stored(tag),
            from?.DateTime,
            until?.DateTime));

    private async Task<List<string>> ExplainAsync(string sql)
    {
        var path = _scratch.NewPath();
        await Database.OpenAsync(path, Ct);
        await using var connection = await ScratchDatabase.ConnectAsync(path, Ct);
        await using var explain = connection.CreateCommand();
        explain.CommandText = $"explain query plan {sql}";
        foreach (var name in new[] { "$owner", "$tag", "$place", "$id", "$from", "$until", "$now", "$limit" })
            explain.Parameters.AddWithValue(name, "1");

        var steps = new List<string>();
        await using var rows = await explain.ExecuteReaderAsync(Ct);
        while (await rows.ReadAsync(Ct))
            steps.Add((string)rows["detail"]);

        return steps;
    }
}

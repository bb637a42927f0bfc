using Photos.Embedded;
using Photos.Library;
using Photos.LibraryBenchmark;
using SQLitePCL;

namespace Photos.Tests.Stores;

/// <summary>A library of a thousand photos and one of twenty thousand, filled as the benchmark does.</summary>
public sealed class TwoSizes : IAsyncLifetime
{
    private readonly ScratchDatabase _scratch = new();

    internal (string Path, int Photos) Few { get; private set; }

    internal (string Path, int Photos) Many { get; private set; }

    public async ValueTask InitializeAsync() => (Few, Many) = (await FillAsync(1_000), await FillAsync(20_000));

    public ValueTask DisposeAsync()
    {
        _scratch.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<(string Path, int Photos)> FillAsync(int count)
    {
        var path = _scratch.NewPath();
        await Filling.RunAsync(path, Sample.Photo(), count);
        return (path, count);
    }
}

/// <summary>
/// SQLite's machine takes as many steps for a page in a large library as in a small one. Steps are not time: they are
/// the same on every machine and at every load.
/// </summary>
public sealed class ListStepTests(TwoSizes libraries, ITestOutputHelper output) : IClassFixture<TwoSizes>
{
    private const int Limit = 50;
    private const double MostTimes = 1.1;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string, bool> Lists =>
        new MatrixTheoryData<string, bool>(Sample.Filters.Keys, [false, true]);

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_page_takes_as_many_steps_in_a_library_of_any_size(string list, bool isMiddle)
    {
        var few = await StepsAsync(libraries.Few.Path, Sample.Filters[list], isMiddle);
        var many = await StepsAsync(libraries.Many.Path, Sample.Filters[list], isMiddle);

        output.WriteLine($"{few} steps and {many}");
        Assert.InRange(many, Limit, few * MostTimes);
    }

    private static async Task<int> StepsAsync(string path, PhotoFilter filter, bool isMiddle)
    {
        var after = isMiddle ? await MiddleAsync(path, filter) : null;
        await using var connection = await ScratchDatabase.ConnectAsync(path, Ct);
        var sql = PhotoQueries.ListSql(filter, goesOn: isMiddle);
        Assert.Equal(raw.SQLITE_OK, raw.sqlite3_prepare_v2(connection.Handle, sql, out var page));
        using (page)
        {
            Bind(page, "$owner", Sample.Photo().Owner.Subject);
            Bind(page, "$tag", filter.Tag?.Text);
            Bind(page, "$from", filter.From is { } from ? Words.Of(from) : null);
            Bind(page, "$until", filter.Until is { } until ? Words.Of(until) : null);
            Bind(page, "$limit", Limit + 1);
            Bind(page, "$place", after is null ? null : PhotoList.Of(filter).Write(after.Local));
            Bind(page, "$id", after?.Id.ToString());

            var rows = 0;
            while (raw.sqlite3_step(page) == raw.SQLITE_ROW)
                rows++;

            Assert.Equal(Limit + 1, rows);
            return raw.sqlite3_stmt_status(page, raw.SQLITE_STMTSTATUS_VM_STEP, 0);
        }
    }

    private static void Bind(sqlite3_stmt page, string name, object? value)
    {
        var at = raw.sqlite3_bind_parameter_index(page, name);
        if (value is string text)
            raw.sqlite3_bind_text(page, at, text);
        else if (value is not null)
            raw.sqlite3_bind_int64(page, at, Convert.ToInt64(value, null));
    }

    private static async Task<PhotoCursor> MiddleAsync(string path, PhotoFilter filter)
    {
        var store = new SqlitePhotoStore(Database.At(path));
        var pages = new List<PhotoPage>();
        do
            pages.Add(await store.ListAsync(Sample.Photo().Owner, filter, pages.LastOrDefault()?.Next, 100, Ct));
        while (pages[^1].Next is not null);

        var photos = pages.SelectMany(page => page.Photos).ToArray();
        return PhotoCursor.At(photos[photos.Length / 2]);
    }
}

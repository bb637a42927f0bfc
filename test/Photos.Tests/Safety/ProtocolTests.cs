using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Photos.Embedded;
using Photos.Tests.Stores;

namespace Photos.Tests.Safety;

/// <summary>
/// Nothing acknowledged is ever lost, nothing invisible stays behind and nothing is counted wrong, wherever a process
/// dies, a call is lost, or somebody else comes in between (decision 0023).
/// </summary>
public sealed class ProtocolTests(Dynalite dynalite, ITestOutputHelper output) : IDisposable
{
    // What survives a power cut is SQLite's own affair, so the file may be in memory where there is such a folder.
    private readonly DirectoryInfo _folder = Directory.Exists("/dev/shm")
        ? Directory.CreateDirectory($"/dev/shm/photos-{Guid.CreateVersion7():N}")
        : Directory.CreateTempSubdirectory("photos-");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> Names => [.. Histories.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task On_a_laptop_everything_is_right_in_the_end_whatever_goes_wrong_at_any_call(string history)
    {
        var database = await Database.OpenAsync(Path.Combine(_folder.FullName, "photos.db"), Ct);

        await RunAsync(new SqliteGround(database), history, alone: int.MaxValue, among: 400);
    }

    // A request to the double takes a hundred times as long as one to SQLite, so that home gets a sample.
    [Theory]
    [InlineData("uploaded")]
    [InlineData("announced again")]
    [InlineData("trashed and forgotten")]
    [InlineData("edited")]
    public async Task In_the_cloud_everything_is_right_in_the_end_whatever_goes_wrong_at_a_request(string history) =>
        await RunAsync(new DynamoGround(dynalite, await dynalite.NewTableAsync(Ct)), history, alone: 10, among: 10);

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private async Task RunAsync(IGround ground, string history, int alone, int among)
    {
        var watch = Stopwatch.StartNew();
        var check = new Check(ground, history);

        await check.RunAsync(alone, among, Ct);

        output.WriteLine(
            $"{history}: {check.Points} of {check.All} points tried in {watch.Elapsed.TotalSeconds:0.0} s");
        Assert.True(check.Deviations is [], string.Join('\n', check.Deviations.Take(5)));
    }
}

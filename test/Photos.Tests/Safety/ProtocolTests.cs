using System.Diagnostics;
using Photos.Tests.Stores;

namespace Photos.Tests.Safety;

/// <summary>
/// Nothing acknowledged is ever lost, nothing invisible stays behind and nothing is counted wrong, wherever a process
/// dies, a call is lost, or somebody else comes in between (decision 0023).
/// </summary>
public sealed class ProtocolTests(ScratchDatabase scratch, Dynalite dynalite, ITestOutputHelper output)
    : IClassFixture<ScratchDatabase>
{
    // Each request to the double takes a thousand times as long as one to SQLite, so that home gets a sample.
    private const int SampleSize = 36;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> Names => [.. Histories.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task On_a_laptop_everything_is_right_in_the_end_whatever_goes_wrong_at_any_call(string history) =>
        await RunAsync(new SqliteGround(await scratch.NewAsync(Ct)), history, int.MaxValue);

    [Theory]
    [InlineData("uploaded")]
    [InlineData("announced again")]
    [InlineData("trashed and forgotten")]
    [InlineData("edited")]
    public async Task In_the_cloud_everything_is_right_in_the_end_whatever_goes_wrong_at_a_request(string history) =>
        await RunAsync(new DynamoGround(dynalite, await dynalite.NewTableAsync(Ct)), history, SampleSize);

    private async Task RunAsync(IGround ground, string history, int most)
    {
        var watch = Stopwatch.StartNew();
        var check = new Check(ground, history);

        await check.RunAsync(most, Ct);

        output.WriteLine(
            $"{history}: {check.Points} of {check.All} points tried in {watch.Elapsed.TotalSeconds:0.0} s");
        Assert.Empty(check.Deviations);
    }
}

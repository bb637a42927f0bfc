using System.Diagnostics;
using Photos.Embedded;
using Photos.Library;
using Photos.Tests.Stores;

namespace Photos.Tests.Safety;

/// <summary>
/// Nothing acknowledged is ever lost, nothing invisible stays behind and nothing is counted wrong, wherever a process
/// dies, a call is lost, or somebody else comes in between (decision 0023).
/// </summary>
public sealed class ProtocolTests(ScratchDatabase scratch, ITestOutputHelper output) : IClassFixture<ScratchDatabase>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> Names => [.. Histories.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Whatever_goes_wrong_at_any_call_everything_is_right_in_the_end(string history)
    {
        var watch = Stopwatch.StartNew();
        var database = await scratch.NewAsync(Ct);
        var (photos, usage) = (new SqlitePhotoStore(database), new SqliteUsageStore(database));
        var check = new Check(history, photos, usage);

        await check.RunAsync(every: 1, Ct);

        output.WriteLine($"{history}: {check.Points} points tried in {watch.Elapsed.TotalSeconds:0.0} s");
        Assert.Empty(check.Deviations);
    }
}

/// <summary>Tries one history at every call, in every way.</summary>
internal sealed class Check(string history, IPhotoStore photos, IUsageStore usage)
{
    private static int _owners = 1000;

    public int Points { get; private set; }

    public List<string> Deviations { get; } = [];

    /// <param name="every">1 to try everything, more to try one of so many.</param>
    /// <param name="ct">Ends the waiting.</param>
    public async Task RunAsync(int every, CancellationToken ct)
    {
        var calls = await CountAsync();
        var number = 0;
        foreach (var others in Histories.Interferences.Keys)
        {
            foreach (var fault in Enum.GetValues<Fault>().Cast<Fault?>().Prepend(null))
            {
                for (var call = 1; call <= calls; call++)
                {
                    ct.ThrowIfCancellationRequested();
                    if (number++ % every == 0 && Deviations.Count < 5)
                        await TryAsync(call, fault, others, isPatient: call % 2 == 0);
                }
            }
        }
    }

    private async Task<int> CountAsync()
    {
        var world = NewWorld(isPatient: true);
        await PlayAsync(world, "nobody");
        Note(await world.SettleAsync(), "without any fault");
        return world.Gate.Calls;
    }

    private async Task TryAsync(int call, Fault? fault, string others, bool isPatient)
    {
        var world = NewWorld(isPatient);
        (world.Gate.At, world.Gate.Fault) = (call, fault);
        world.Gate.Interference = async () =>
        {
            foreach (var step in Histories.Interferences[others])
                await step(world);
        };
        Points++;

        var lost = await PlayAsync(world, others);
        string[] wrong = [.. lost is null ? [] : new[] { lost }, .. await world.SettleAsync()];
        Note(wrong, $"call {call}, {fault}, {others}, {(isPatient ? "asked again" : "given up")}");
    }

    private async Task<string?> PlayAsync(World world, string others)
    {
        string? lost = null;
        foreach (var step in Histories.All[history])
        {
            await step(world);
            lost ??= await world.LossAsync();
        }

        return lost;
    }

    private World NewWorld(bool isPatient) =>
        new(photos, usage, A.OwnerNumbered(Interlocked.Increment(ref _owners))) { IsPatient = isPatient };

    private void Note(IReadOnlyList<string> wrong, string circumstances)
    {
        if (wrong.Count > 0)
            Deviations.Add($"{history}, {circumstances}: {string.Join("; ", wrong)}");
    }
}

using Photos.Verification;

namespace Photos.Tests.Verification;

/// <summary>A library is verified while people are at work in it, and none of them is taken for a deviation.</summary>
public abstract class RunningLibraryContract(VerifiedHome home, ITestOutputHelper output)
{
    private const int Visitors = 4;
    private const int Steps = 40;

    [Fact]
    public async Task Verified_while_people_are_at_work_it_has_no_deviation_and_none_afterwards()
    {
        var ct = TestContext.Current.CancellationToken;
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        using var ada = home.NewAccount();
        using var ben = home.NewAccount();
        var work = Task.WhenAll(Enumerable.Range(0, Visitors).Select(number =>
            new RandomVisits(number % 2 == 0 ? ada : ben, seed + number).GoOnAsync(step => step < Steps)));

        var (rounds, told) = (0, new List<string>());
        while (!work.IsCompleted || rounds == 0)
        {
            await VerifyAsync(told, ct);
            rounds++;
        }

        await work;
        var tally = await VerifyAsync(told, ct);

        output.WriteLine($"{rounds} rounds; {tally}");
        Assert.All(told, line => Assert.StartsWith("note: ", line, StringComparison.Ordinal));
        Assert.Equal((2, 0), (tally.Owners, tally.Restless));
        Assert.InRange(tally.Photos, 20, Visitors * Steps);
    }

    private Task<Tally> VerifyAsync(List<string> told, CancellationToken ct)
    {
        var rescued = Path.Combine(Path.GetTempPath(), "never made");
        var verifier = new LibraryVerifier(home.Stores, rescued, TimeProvider.System)
        {
            Pause = TimeSpan.FromSeconds(1.5),
        };
        return verifier.RunAsync(repair: false, told.Add, ct);
    }
}

public sealed class RunningLibraryOnALaptopTests(VerifiedEmbeddedHome home, ITestOutputHelper output)
    : RunningLibraryContract(home, output), IClassFixture<VerifiedEmbeddedHome>;

public sealed class RunningLibraryInTheCloudTests(VerifiedDynamoHome home, ITestOutputHelper output)
    : RunningLibraryContract(home, output), IClassFixture<VerifiedDynamoHome>;

using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(Photos.Tests.Shared.LogsLast))]

namespace Photos.Tests.Shared;

/// <summary>The last tests of a project: whatever ran before them has printed all it had to say.</summary>
public abstract class RunLogContract
{
    /// <summary>What a server that has answered a request of this test must have printed.</summary>
    private protected abstract Task<string> PrintAsync();

    [Fact]
    public async Task Nothing_that_was_logged_in_the_whole_run_opens_a_door_or_tells_of_a_person()
    {
        var printed = await PrintAsync();

        var (lines, secrets) = RunLog.Read();

        // A scan that sees nothing finds nothing.
        Assert.Contains(lines, line => line.Contains(printed, StringComparison.Ordinal));
        Assert.NotEmpty(secrets);
        var leaks = Leaks.Find(lines, secrets);
        Assert.True(leaks is [], string.Join('\n', leaks));
        TestContext.Current.TestOutputHelper?.WriteLine($"{lines.Length} lines, {secrets.Length} known secrets");
    }
}

/// <summary>Runs what is alone behind everything else, and of that the tests of the log last.</summary>
public sealed class LogsLast : ITestCollectionOrderer
{
    /// <summary>The name of their collection.</summary>
    public const string Collection = "The log of the run";

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(
        IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(collection => collection.TestCollectionDisplayName == Collection)];
}

/// <summary>Beside no other tests.</summary>
[CollectionDefinition(LogsLast.Collection, DisableParallelization = true)]
public sealed class LastOfAll;

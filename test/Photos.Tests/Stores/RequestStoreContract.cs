using System.Text.Json;
using Photos.Aws;
using Photos.Embedded;
using Photos.Repeats;

namespace Photos.Tests.Stores;

/// <summary>What every <see cref="IRequestStore"/> promises.</summary>
public abstract class RequestStoreContract
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected abstract Task<IRequestStore> EmptyStoreAsync();

    [Fact]
    public async Task A_request_comes_back_as_it_was_left()
    {
        var store = await EmptyStoreAsync();
        var begun = Begin();
        var answered = begun.Finish([1, 2, 3], A.Noon.AddHours(1));

        Assert.True(await store.AddAsync(begun, A.Noon, Ct));
        await AssertIsAsync(begun, store);

        Assert.True(await store.ReplaceAsync(answered, Ct));
        await AssertIsAsync(answered, store);
        Assert.Null(await store.FindAsync(A.Stranger, begun.Key, A.Noon, Ct));
    }

    [Fact]
    public async Task Of_all_who_begin_the_same_request_one_does()
    {
        var store = await EmptyStoreAsync();

        var added = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => store.AddAsync(Begin(), A.Noon, Ct)));

        Assert.Single(added, each => each);
    }

    [Fact]
    public async Task Of_all_who_take_a_request_over_one_does()
    {
        var store = await EmptyStoreAsync();
        var begun = Begin();
        await store.AddAsync(begun, A.Noon, Ct);

        var again = begun.BeginAgain(A.Noon.AddMinutes(1));
        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => store.ReplaceAsync(again, Ct)));

        Assert.Single(taken, each => each);
        await AssertIsAsync(again, store);
    }

    [Fact]
    public async Task A_name_is_forgotten_after_a_day_and_may_be_another_requests()
    {
        var store = await EmptyStoreAsync();
        var begun = Begin();
        await store.AddAsync(begun, A.Noon, Ct);
        var (before, after) = (begun.ExpiresAt.AddSeconds(-1), begun.ExpiresAt);

        Assert.NotNull(await store.FindAsync(A.Owner, begun.Key, before, Ct));
        Assert.False(await store.AddAsync(Begin(), before, Ct));

        Assert.Null(await store.FindAsync(A.Owner, begun.Key, after, Ct));
        Assert.True(await store.AddAsync(Begin(), after, Ct));
    }

    [Fact]
    public async Task Only_the_version_that_was_seen_is_forgotten_early()
    {
        var store = await EmptyStoreAsync();
        var begun = Begin();
        await store.AddAsync(begun, A.Noon, Ct);

        await store.RemoveAsync(begun with { Version = 2 }, Ct);
        await AssertIsAsync(begun, store);

        await store.RemoveAsync(begun, Ct);
        Assert.Null(await store.FindAsync(A.Owner, begun.Key, A.Noon, Ct));
    }

    private static KeyedRequest Begin() =>
        KeyedRequest.Begin(A.Owner, "a name/with #everything!", A.DigestOf([1]), new FixedClock(A.Noon));

    private static async Task AssertIsAsync(KeyedRequest expected, IRequestStore store) => Assert.Equal(
        JsonSerializer.Serialize(expected),
        JsonSerializer.Serialize(await store.FindAsync(expected.Owner, expected.Key, A.Noon, Ct)));
}

public sealed class DynamoRequestStoreTests(Dynalite dynalite) : RequestStoreContract
{
    protected override async Task<IRequestStore> EmptyStoreAsync() =>
        new DynamoRequestStore(dynalite.Client, await dynalite.NewTableAsync(TestContext.Current.CancellationToken));
}

public sealed class SqliteRequestStoreTests(ScratchDatabase scratch)
    : RequestStoreContract, IClassFixture<ScratchDatabase>
{
    protected override async Task<IRequestStore> EmptyStoreAsync() =>
        new SqliteRequestStore(await scratch.NewAsync(TestContext.Current.CancellationToken));
}

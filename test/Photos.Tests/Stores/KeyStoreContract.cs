using Photos.Aws;
using Photos.Embedded;
using Photos.Keys;

namespace Photos.Tests.Stores;

/// <summary>What every <see cref="IKeyStore"/> promises.</summary>
public abstract class KeyStoreContract
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected abstract Task<IKeyStore> EmptyStoreAsync();

    [Fact]
    public async Task Who_asks_first_decides_what_a_key_is()
    {
        var store = await EmptyStoreAsync();

        Assert.Equal([1, 2], await store.FindOrAddAsync("one", [1, 2], Ct));

        Assert.Equal([1, 2], await store.FindOrAddAsync("one", [3], Ct));
        Assert.Equal([3], await store.FindOrAddAsync("other", [3], Ct));
    }

    [Fact]
    public async Task All_who_ask_at_once_get_one_key()
    {
        var store = await EmptyStoreAsync();

        var asked = Enumerable.Range(0, 8).Select(number => store.FindOrAddAsync("one", [(byte)number], Ct));

        Assert.Single((await Task.WhenAll(asked)).Select(key => key.Single()).Distinct());
    }
}

public sealed class DynamoKeyStoreTests(Dynalite dynalite) : KeyStoreContract
{
    protected override async Task<IKeyStore> EmptyStoreAsync() =>
        new DynamoKeyStore(dynalite.Client, await dynalite.NewTableAsync(TestContext.Current.CancellationToken));
}

public sealed class SqliteKeyStoreTests(ScratchDatabase scratch) : KeyStoreContract, IClassFixture<ScratchDatabase>
{
    protected override async Task<IKeyStore> EmptyStoreAsync() =>
        new SqliteKeyStore(await scratch.NewAsync(TestContext.Current.CancellationToken));
}

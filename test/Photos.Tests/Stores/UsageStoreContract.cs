using Photos.Aws;
using Photos.Embedded;
using Photos.Library;

namespace Photos.Tests.Stores;

/// <summary>What every <see cref="IUsageStore"/> promises.</summary>
public abstract class UsageStoreContract
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected abstract Task<IUsageStore> EmptyStoreAsync();

    [Fact]
    public async Task Nobody_keeps_anything_at_first()
    {
        var store = await EmptyStoreAsync();

        Assert.Equal(LibraryUsage.None, await store.FindAsync(A.Owner, Ct));
    }

    [Fact]
    public async Task Every_move_is_taken_in_once_however_often_it_is_told()
    {
        var store = await EmptyStoreAsync();
        var photos = Enumerable.Range(0, 40).Select(_ => TenBytes()).ToArray();
        UsageChange[] moves =
        [
            .. photos.Select(photo => Move(photo, 3, UsageMove.Added)),
            .. photos.Select(photo => Move(photo, 5, UsageMove.Trashed)),
        ];

        await Task.WhenAll(moves.Concat(moves).Select(move => store.ApplyAsync(A.Owner, move, A.Noon, Ct)));
        await store.ApplyAsync(A.Owner, Move(photos[0], 7, UsageMove.Restored), A.Noon, Ct);
        await store.ApplyAsync(A.Owner, Move(photos[1], 7, UsageMove.Purged), A.Noon, Ct);

        var expected = new LibraryUsage(new StoredAmount(1, 10), new StoredAmount(38, 380));
        Assert.Equal(expected, await store.FindAsync(A.Owner, Ct));
        Assert.Equal(LibraryUsage.None, await store.FindAsync(A.Stranger, Ct));
    }

    [Fact]
    public async Task Only_old_tokens_are_forgotten()
    {
        var store = await EmptyStoreAsync();
        var (old, fresh) = (Move(TenBytes(), 1, UsageMove.Added), Move(TenBytes(), 1, UsageMove.Added));
        await store.ApplyAsync(A.Owner, old, A.Noon, Ct);
        await store.ApplyAsync(A.Owner, fresh, A.Noon.AddHours(1), Ct);

        await store.ForgetTokensAsync(A.Owner, A.Noon.AddMinutes(30), Ct);
        await store.ApplyAsync(A.Owner, old, A.Noon.AddHours(2), Ct);
        await store.ApplyAsync(A.Owner, fresh, A.Noon.AddHours(2), Ct);

        Assert.Equal(3, (await store.FindAsync(A.Owner, Ct)).Library.Photos);
    }

    private static Photo TenBytes() => A.Photo(content: "0123456789");

    private static UsageChange Move(Photo photo, int version, UsageMove move) =>
        UsageChange.Of(photo, new UsageMark(move, version));
}

public sealed class DynamoUsageStoreTests(Dynalite dynalite) : UsageStoreContract
{
    protected override async Task<IUsageStore> EmptyStoreAsync() =>
        new DynamoUsageStore(dynalite.Client, await dynalite.NewTableAsync(TestContext.Current.CancellationToken));
}

public sealed class SqliteUsageStoreTests(ScratchDatabase scratch) : UsageStoreContract, IClassFixture<ScratchDatabase>
{
    protected override async Task<IUsageStore> EmptyStoreAsync() =>
        new SqliteUsageStore(await scratch.NewAsync(TestContext.Current.CancellationToken));
}

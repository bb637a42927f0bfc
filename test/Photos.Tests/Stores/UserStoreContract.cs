using Photos.Aws;
using Photos.Embedded;
using Photos.Library;
using Photos.Users;

namespace Photos.Tests.Stores;

/// <summary>What every <see cref="IUserStore"/> promises.</summary>
public abstract class UserStoreContract
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected abstract Task<IUserStore> EmptyStoreAsync();

    [Fact]
    public async Task A_profile_is_replaced_by_its_next_version_and_by_no_other()
    {
        var store = await EmptyStoreAsync();
        var first = new UserProfile(A.Owner, 1, Line.Stored("Ada"));

        Assert.Null(await store.FindAsync(A.Owner, Ct));
        Assert.False(await store.ReplaceAsync(first with { Version = 2 }, Ct));
        Assert.True(await store.ReplaceAsync(first, Ct));
        Assert.False(await store.ReplaceAsync(first with { Name = null }, Ct));
        Assert.Equal(first, await store.FindAsync(A.Owner, Ct));

        Assert.True(await store.ReplaceAsync(first with { Version = 2, Name = null }, Ct));
        Assert.Equal(new UserProfile(A.Owner, 2, null), await store.FindAsync(A.Owner, Ct));
        Assert.Null(await store.FindAsync(A.Stranger, Ct));
    }
}

public sealed class DynamoUserStoreTests(Dynalite dynalite) : UserStoreContract
{
    protected override async Task<IUserStore> EmptyStoreAsync() =>
        new DynamoUserStore(dynalite.Client, await dynalite.NewTableAsync(TestContext.Current.CancellationToken));
}

public sealed class SqliteUserStoreTests(ScratchDatabase scratch) : UserStoreContract, IClassFixture<ScratchDatabase>
{
    protected override async Task<IUserStore> EmptyStoreAsync() =>
        new SqliteUserStore(await scratch.NewAsync(TestContext.Current.CancellationToken));
}

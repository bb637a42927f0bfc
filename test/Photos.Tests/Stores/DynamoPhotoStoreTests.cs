using Photos.Aws;
using Photos.Library;

namespace Photos.Tests.Stores;

public sealed class DynamoPhotoStoreTests(Dynalite dynalite) : PhotoStoreContract
{
    private string _table = "";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Where_a_dead_process_said_that_bytes_come_others_may_bring_them()
    {
        var store = await EmptyStoreAsync();
        var photo = A.Photo(state: PhotoState.Pending);
        var other = A.Photo(state: PhotoState.Pending);
        await store.AddAsync(other, Ct);
        foreach (var named in new[] { A.NewId(), other.Id })
        {
            await EnterAsync(photo.File.Sha256, named);

            Assert.True(await store.AddAsync(photo, Ct));

            Assert.Equal(photo, await store.FindByContentAsync(A.Owner, photo.File.Sha256, Ct));
            Assert.True(await store.RemoveAsync(photo, Ct));
            Assert.Equal(new StoredAmount(1, other.File.Bytes), await store.CountComingAsync(A.Owner, Ct));
        }
    }

    [Fact]
    public async Task Nobody_goes_on_with_an_upload_that_is_about_to_be_taken_back()
    {
        var store = await EmptyStoreAsync();
        var photo = A.Photo(state: PhotoState.Pending);
        await store.AddAsync(photo, Ct);
        await EnterAsync(photo.File.Sha256, A.NewId());

        Assert.Null(await store.FindByContentAsync(A.Owner, photo.File.Sha256, Ct));
    }

    protected override async Task<IPhotoStore> EmptyStoreAsync() => new DynamoPhotoStore(
        dynalite.Client, _table = await dynalite.NewTableAsync(TestContext.Current.CancellationToken));

    // As a process leaves it that dies, or has not gone on yet.
    private async Task EnterAsync(Sha256 sha256, PhotoId id) => await dynalite.Client.PutItemAsync(
        _table,
        new()
        {
            ["PK"] = new($"U#{A.Owner}"),
            ["SK"] = new($"A#{sha256.Hex}"),
            ["Id"] = new($"{id}"),
            ["Bytes"] = new() { N = "1" },
        },
        Ct);
}

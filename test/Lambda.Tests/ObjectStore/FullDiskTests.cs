using Amazon.S3;
using Amazon.S3.Model;

namespace Lambda.Tests.ObjectStore;

public sealed class FullDiskTests : IAsyncLifetime
{
    private readonly SmallDisk _disk = new();

    private StoreHost _store = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _store = await StoreHost.StartAsync(newFile: _disk.Open);

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Theory]
    [InlineData(0)]
    [InlineData(100_000)]
    [InlineData(200_000)]
    public async Task A_full_disk_is_told_and_keeps_nothing_of_an_upload(int room)
    {
        _disk.Room = room;

        var put = await _store.PutAsync(_store.UploadLink("k", new byte[200_000]), new byte[200_000]);

        Assert.Equal(new Refusal(507, "InsufficientStorage"), put);
        Assert.Empty(_store.Files());
        _disk.Room = long.MaxValue;
        await _store.StoreAsync("k", new byte[200_000]);
    }

    [Fact]
    public async Task A_full_disk_leaves_what_was_there_as_it_was()
    {
        await _store.StoreAsync("k", [1, 2, 3]);
        var begun = await _store.S3.InitiateMultipartUploadAsync(StoreHost.Bucket, "large", Ct);
        var part = new UploadPartRequest
        {
            BucketName = StoreHost.Bucket,
            Key = "large",
            UploadId = begun.UploadId,
            PartNumber = 1,
            InputStream = new MemoryStream([4, 5, 6]),
        };
        var stored = new PartETag(await _store.S3.UploadPartAsync(part, Ct));
        var before = _store.Files();
        _disk.Room = 2;

        await RefusedAsync(() => _store.S3.CopyObjectAsync(StoreHost.Bucket, "k", StoreHost.Bucket, "copy", Ct));
        await RefusedAsync(() => _store.S3.PutObjectTaggingAsync(
            new() { BucketName = StoreHost.Bucket, Key = "k", Tagging = new() { TagSet = [new() { Key = "a", Value = "b" }] } },
            Ct));
        await RefusedAsync(() => _store.S3.CompleteMultipartUploadAsync(
            new() { BucketName = StoreHost.Bucket, Key = "large", UploadId = begun.UploadId, PartETags = [stored] }, Ct));

        Assert.Equal(before, _store.Files());
        Assert.Equal([1, 2, 3], await _store.Http.GetByteArrayAsync(_store.DownloadLink("k"), Ct));
    }

    [Fact]
    public async Task New_tags_want_no_room_for_the_bytes()
    {
        await _store.StoreAsync("k", new byte[200_000]);
        _disk.Room = 2_000;

        await _store.S3.DeleteObjectTaggingAsync(new() { BucketName = StoreHost.Bucket, Key = "k" }, Ct);
    }

    private static async Task RefusedAsync<T>(Func<Task<T>> call)
    {
        var error = await Assert.ThrowsAsync<AmazonS3Exception>(async () => await call());
        Assert.Equal("InsufficientStorage", error.ErrorCode);
        Assert.Equal(507, (int)error.StatusCode);
    }
}

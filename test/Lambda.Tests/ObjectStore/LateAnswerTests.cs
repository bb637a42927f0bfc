using System.Xml.Linq;
using Amazon.S3;
using Amazon.S3.Model;
using Lambda.Local.ObjectStore.Changes;

namespace Lambda.Tests.ObjectStore;

/// <summary>What takes longer than a client waits: here the disk is slow until the test lets go.</summary>
public sealed class LateAnswerTests : IAsyncLifetime
{
    // ENOSPC, and its name on Windows.
    private static readonly int NoSpace = OperatingSystem.IsWindows() ? unchecked((int)0x80070070) : 28;

    private readonly TaskCompletionSource _disk = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private StoreHost _store = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = await StoreHost.StartAsync(watch: async change =>
        {
            if (change.Key != "from")
                await _disk.Task;
            return ObjectNotice.None;
        });
        await _store.StoreAsync("from", [1, 2, 3]);
        _store.Clock.Haste = 1000;
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task The_answer_begins_before_it_is_known_and_keeps_the_client_waiting()
    {
        using var copy = new SignedByHand(
            HttpMethod.Put,
            new Uri(_store.Address, "/pictures/to"),
            SignedByHand.Hash([]),
            _store.Clock.GetUtcNow(),
            headers: ("x-amz-copy-source", "pictures/from")).Request;

        using var answer = await _store.Http.SendAsync(copy, HttpCompletionOption.ResponseHeadersRead, Ct);
        await using var body = await answer.Content.ReadAsStreamAsync(Ct);
        using var reader = new StreamReader(body);
        var begin = new char[64];
        await reader.ReadBlockAsync(begin, Ct);
        _disk.SetResult();
        var rest = await reader.ReadToEndAsync(Ct);

        Assert.Equal((200, "application/xml"), ((int)answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n     ", new string(begin), StringComparison.Ordinal);
        Assert.Equal("CopyObjectResult", XDocument.Parse(new string(begin) + rest).Root!.Name.LocalName);
        Assert.Equal([1, 2, 3], await _store.Http.GetByteArrayAsync(_store.DownloadLink("to"), Ct));
    }

    [Fact]
    public async Task The_sdk_waits_for_parts_to_be_joined()
    {
        var joined = await JoinAsync();
        await Task.Delay(50, Ct);
        _disk.SetResult();

        Assert.Equal("joined", (await joined()).Key);
    }

    [Fact]
    public async Task The_sdk_finds_what_went_wrong_late()
    {
        var joined = await JoinAsync();
        await Task.Delay(50, Ct);
        _disk.SetException(new IOException("The disk is full", NoSpace));

        var error = await Assert.ThrowsAsync<AmazonS3Exception>(joined);
        Assert.Equal("InsufficientStorage", error.ErrorCode);
        await Assert.ThrowsAsync<NoSuchKeyException>(() => _store.S3.GetObjectAsync(StoreHost.Bucket, "joined", Ct));
    }

    private async Task<Func<Task<CompleteMultipartUploadResponse>>> JoinAsync()
    {
        var begun = await _store.S3.InitiateMultipartUploadAsync(StoreHost.Bucket, "joined", Ct);
        var part = await _store.S3.UploadPartAsync(
            new()
            {
                BucketName = StoreHost.Bucket,
                Key = "joined",
                UploadId = begun.UploadId,
                PartNumber = 1,
                InputStream = new MemoryStream([4, 5, 6]),
            },
            Ct);
        var joined = _store.S3.CompleteMultipartUploadAsync(
            new()
            {
                BucketName = StoreHost.Bucket,
                Key = "joined",
                UploadId = begun.UploadId,
                PartETags = [new PartETag(part)],
            },
            Ct);
        return () => joined;
    }
}

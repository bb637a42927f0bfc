using System.Net;
using System.Text;
using Lambda.Local.ObjectStore.Checksums;

namespace Lambda.Tests.ObjectStore;

public sealed class DamageTests : IAsyncLifetime
{
    private const int Block = BlockDigests.BlockSize;

    private static readonly byte[] Bytes = Random(3 * Block + 1000);

    private StoreHost _store = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = await StoreHost.StartAsync();
        await _store.StoreAsync("k", Bytes);
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Theory]
    [InlineData(0)]
    [InlineData(Block - 1)]
    public async Task Damage_at_the_beginning_is_told_before_anything_else(int at)
    {
        Damage(at);

        using var answer = await _store.Http.GetAsync(new Uri(_store.DownloadLink("k")), Ct);

        Assert.False(answer.Headers.Contains("etag"));
        Assert.Equal("application/xml", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(new Refusal(500, "InternalError"), await Refusal.OfAsync(answer));
    }

    [Theory]
    [InlineData(Block)]
    [InlineData(2 * Block + 5)]
    [InlineData(3 * Block + 999)]
    public async Task Damage_further_behind_cuts_the_answer_before_the_damaged_block(int at)
    {
        Damage(at);

        using var answer = await _store.Http.GetAsync(
            new Uri(_store.DownloadLink("k")), HttpCompletionOption.ResponseHeadersRead, Ct);
        await using var body = await answer.Content.ReadAsStreamAsync(Ct);
        using var received = new MemoryStream();
        await Assert.ThrowsAnyAsync<IOException>(() => body.CopyToAsync(received, Ct));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(received.Length <= at / Block * Block);
        Assert.Equal(Bytes[..(int)received.Length], received.ToArray());
    }

    [Theory]
    [InlineData("bytes=0-9", 206)]
    [InlineData("bytes=262143-262143", 206)]
    [InlineData("bytes=262144-262144", 500)]
    [InlineData("bytes=524287-524287", 500)]
    [InlineData("bytes=524288-", 206)]
    [InlineData("bytes=-1", 206)]
    public async Task Ranges_outside_of_the_damaged_block_are_still_good(string range, int status)
    {
        Damage(Block + 100);

        using var request = new HttpRequestMessage(HttpMethod.Get, _store.DownloadLink("k"));
        request.Headers.TryAddWithoutValidation("range", range);
        using var answer = await _store.Http.SendAsync(request, Ct);

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task What_is_known_of_an_object_is_guarded_like_its_bytes()
    {
        // Still well-formed, and still a type.
        Damage(Encoding.Latin1.GetString(File.ReadAllBytes(_store.Files().Single()))
            .LastIndexOf("image/jpeg", StringComparison.Ordinal));

        using var answer = await _store.Http.GetAsync(new Uri(_store.DownloadLink("k")), Ct);

        Assert.Equal(new Refusal(500, "InternalError"), await Refusal.OfAsync(answer));
    }

    [Fact]
    public async Task Damaged_tags_are_told_until_their_file_is_gone()
    {
        await _store.S3.PutObjectTaggingAsync(
            new() { BucketName = StoreHost.Bucket, Key = "k", Tagging = new() { TagSet = [new() { Key = "a", Value = "b" }] } },
            Ct);
        var tags = _store.Files().Single(file => file.EndsWith(".tags", StringComparison.Ordinal));
        await File.WriteAllBytesAsync(tags, (await File.ReadAllBytesAsync(tags, Ct))[1..], Ct);

        using (var answer = await _store.Http.GetAsync(new Uri(_store.DownloadLink("k")), Ct))
            Assert.Equal(new Refusal(500, "InternalError"), await Refusal.OfAsync(answer));
        File.Delete(tags);

        Assert.Equal(Bytes, await _store.Http.GetByteArrayAsync(new Uri(_store.DownloadLink("k")), Ct));
    }

    [Fact]
    public async Task Damage_does_not_spread_to_a_copy()
    {
        Damage(2 * Block);

        var error = await Assert.ThrowsAsync<Amazon.S3.AmazonS3Exception>(() =>
            _store.S3.CopyObjectAsync(StoreHost.Bucket, "k", StoreHost.Bucket, "copy", Ct));

        Assert.Equal("InternalError", error.ErrorCode);
        Assert.Single(_store.Files());
    }

    [Fact]
    public async Task A_damaged_object_can_be_deleted_or_replaced_but_not_by_who_wants_a_new_key()
    {
        Damage(Bytes.Length + 20);

        Assert.Equal(new Refusal(412, "PreconditionFailed"), await _store.PutAsync(_store.UploadLink("k", [1]), [1]));
        await _store.S3.DeleteObjectAsync(StoreHost.Bucket, "k", Ct);
        await _store.StoreAsync("k", [1]);
        Assert.Equal([1], await _store.Http.GetByteArrayAsync(_store.DownloadLink("k"), Ct));
    }

    private static byte[] Random(int length)
    {
        var bytes = new byte[length];
        new Random(5).NextBytes(bytes);
        return bytes;
    }

    private void Damage(int at)
    {
        using var file = new FileStream(Assert.Single(_store.Files()), FileMode.Open);
        file.Position = at;
        var value = file.ReadByte();
        file.Position = at;
        file.WriteByte((byte)(value ^ 4));
    }
}

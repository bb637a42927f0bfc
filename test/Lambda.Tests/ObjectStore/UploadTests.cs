using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Lambda.Tests.ObjectStore;

public sealed class UploadTests : IAsyncLifetime
{
    private static readonly byte[] Bytes = RandomNumberGenerator.GetBytes(100_000);

    private StoreHost _store = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _store = await StoreHost.StartAsync();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task A_link_takes_exactly_the_bytes_it_was_signed_for()
    {
        var put = await _store.PutAsync(_store.UploadLink("u/ada/1", Bytes), Bytes);

        Assert.Equal(Refusal.None, put);
        Assert.Equal(Bytes, await _store.Http.GetByteArrayAsync(_store.DownloadLink("u/ada/1"), Ct));
    }

    [Fact]
    public async Task A_second_put_is_refused_and_changes_nothing()
    {
        await _store.StoreAsync("once", Bytes);

        var again = await _store.PutAsync(_store.UploadLink("once", Bytes), Bytes);
        var other = await _store.PutAsync(_store.UploadLink("once", [1, 2, 3]), [1, 2, 3]);

        Assert.Equal(new Refusal(412, "PreconditionFailed"), again);
        Assert.Equal(new Refusal(412, "PreconditionFailed"), other);
        Assert.Equal(Bytes, await _store.Http.GetByteArrayAsync(_store.DownloadLink("once"), Ct));
        Assert.Single(_store.Files());
    }

    [Fact]
    public async Task Of_many_puts_at_once_exactly_one_wins()
    {
        var links = Enumerable.Range(0, 16).Select(turn => _store.UploadLink("race", [(byte)turn])).ToArray();

        var puts = await Task.WhenAll(links.Select((link, turn) => _store.PutAsync(link, [(byte)turn])));

        var winner = Assert.Single(Enumerable.Range(0, 16), turn => puts[turn] == Refusal.None);
        Assert.Equal([(byte)winner], await _store.Http.GetByteArrayAsync(_store.DownloadLink("race"), Ct));
        Assert.Equal(15, puts.Count(put => put == new Refusal(412, "PreconditionFailed")));
    }

    [Fact]
    public async Task Another_length_than_the_signed_one_is_refused()
    {
        var put = await _store.PutAsync(_store.UploadLink("k", Bytes), [.. Bytes, 0]);

        Assert.Equal(new Refusal(403, "SignatureDoesNotMatch"), put);
    }

    [Fact]
    public async Task Another_type_than_the_signed_one_is_refused()
    {
        var put = await _store.PutAsync(_store.UploadLink("k", Bytes), Bytes, "text/html");

        Assert.Equal(new Refusal(403, "SignatureDoesNotMatch"), put);
    }

    [Fact]
    public async Task Other_bytes_of_the_same_length_are_refused_and_leave_nothing()
    {
        byte[] other = [(byte)(Bytes[0] ^ 1), .. Bytes[1..]];

        var honest = await _store.PutAsync(_store.UploadLink("k", Bytes), other);
        var lying = await _store.PutAsync(_store.UploadLink("k", Bytes), other, change: request =>
        {
            request.Headers.Remove("x-amz-checksum-sha256");
            request.Headers.Add("x-amz-checksum-sha256", Convert.ToBase64String(SHA256.HashData(Bytes)));
        });

        Assert.Equal(new Refusal(403, "SignatureDoesNotMatch"), honest);
        Assert.Equal(new Refusal(400, "BadDigest"), lying);
        Assert.Empty(_store.Files());
    }

    [Theory]
    [InlineData("x-amz-acl", "public-read")]
    [InlineData("x-amz-website-redirect-location", "https://elsewhere.example/")]
    [InlineData("x-amz-server-side-encryption-customer-algorithm", "AES256")]
    [InlineData("x-amz-meta-owner", "eve")]
    [InlineData("X-Amz-Tagging", "state=kept")]
    public async Task An_extra_header_that_nobody_signed_is_refused(string name, string value)
    {
        var put = await _store.PutAsync(
            _store.UploadLink("k", Bytes), Bytes, change: request => request.Headers.Add(name, value));

        Assert.Equal(new Refusal(403, "AccessDenied"), put);
        Assert.Empty(_store.Files());
    }

    [Theory]
    [InlineData("if-none-match")]
    [InlineData("x-amz-checksum-sha256")]
    public async Task A_signed_header_cannot_be_left_out(string name)
    {
        var put = await _store.PutAsync(
            _store.UploadLink("k", Bytes), Bytes, change: request => request.Headers.Remove(name));

        Assert.Equal(new Refusal(403, "SignatureDoesNotMatch"), put);
    }

    [Fact]
    public async Task What_the_store_cannot_keep_is_refused_rather_than_forgotten()
    {
        var link = _store.UploadLink("k", Bytes, change: request => request.Headers["x-amz-storage-class"] = "GLACIER");

        var put = await _store.PutAsync(
            link, Bytes, change: request => request.Headers.Add("x-amz-storage-class", "GLACIER"));

        Assert.Equal(new Refusal(501, "NotImplemented"), put);
    }

    [Fact]
    public async Task A_body_that_ends_early_leaves_nothing_behind()
    {
        var link = new Uri(_store.UploadLink("short", Bytes));
        using (var socket = new TcpClient())
        {
            await socket.ConnectAsync(link.Host, link.Port, Ct);
            var stream = socket.GetStream();
            await stream.WriteAsync(
                Encoding.ASCII.GetBytes(
                    $"PUT {link.PathAndQuery} HTTP/1.1\r\nHost: {link.Authority}\r\nContent-Type: image/jpeg\r\n"
                    + $"x-amz-checksum-sha256: {Convert.ToBase64String(SHA256.HashData(Bytes))}\r\n"
                    + $"If-None-Match: *\r\nContent-Length: {Bytes.Length}\r\n\r\n"),
                Ct);
            await stream.WriteAsync(Bytes.AsMemory(0, 50_000), Ct);
            await Until(() => _store.Files().Length == 1);
        }

        await Until(() => _store.Files().Length == 0);
        await _store.StoreAsync("short", Bytes);
    }

    [Fact]
    public async Task The_checksum_is_read_back_without_the_bytes()
    {
        await _store.StoreAsync("k", Bytes);

        var head = await _store.S3.GetObjectMetadataAsync(
            new() { BucketName = StoreHost.Bucket, Key = "k", ChecksumMode = Amazon.S3.ChecksumMode.ENABLED }, Ct);

        Assert.Equal(Bytes.Length, head.ContentLength);
        Assert.Equal(Convert.ToBase64String(SHA256.HashData(Bytes)), head.ChecksumSHA256);
        Assert.Equal("image/jpeg", head.Headers.ContentType);
        var md5 = CryptographicOperations.HashData(HashAlgorithmName.MD5, Bytes);
        Assert.Equal($"\"{Convert.ToHexStringLower(md5)}\"", head.ETag);
    }

    [Fact]
    public async Task The_sdk_itself_can_put_what_it_signs_in_the_header()
    {
        await _store.S3.PutObjectAsync(
            new()
            {
                BucketName = StoreHost.Bucket,
                Key = "by sdk/ä+&=.jpg",
                InputStream = new MemoryStream(Bytes),
                UseChunkEncoding = false,
                ChecksumAlgorithm = Amazon.S3.ChecksumAlgorithm.SHA256,
                Metadata = { ["camera"] = "F3" },
            },
            Ct);

        using var found = await _store.S3.GetObjectAsync(StoreHost.Bucket, "by sdk/ä+&=.jpg", Ct);
        Assert.Equal("F3", found.Metadata["camera"]);
        Assert.Equal(Bytes.Length, found.ContentLength);
    }

    [Fact]
    public async Task Without_the_condition_a_later_put_replaces_the_object()
    {
        foreach (var body in (byte[][])[Bytes, [1, 2, 3]])
        {
            await _store.S3.PutObjectAsync(
                new()
                {
                    BucketName = StoreHost.Bucket,
                    Key = "k",
                    InputStream = new MemoryStream(body),
                    UseChunkEncoding = false,
                    ChecksumAlgorithm = Amazon.S3.ChecksumAlgorithm.SHA256,
                },
                Ct);
        }

        Assert.Equal([1, 2, 3], await _store.Http.GetByteArrayAsync(_store.DownloadLink("k"), Ct));
        Assert.Single(_store.Files());
    }

    private static async Task Until(Func<bool> happened)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        patience.CancelAfter(TimeSpan.FromSeconds(10));
        while (!happened())
            await Task.Delay(10, patience.Token);
    }
}

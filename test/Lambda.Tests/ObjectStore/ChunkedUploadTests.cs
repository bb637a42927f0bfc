using System.Security.Cryptography;
using System.Text;
using Amazon.S3;

namespace Lambda.Tests.ObjectStore;

public sealed class ChunkedUploadTests : IAsyncLifetime
{
    private static readonly byte[][] Chunks = [.. Enumerable.Range(1, 3).Select(seed => Random(seed, 8192))];
    private static readonly byte[] Bytes = [.. Chunks.SelectMany(chunk => chunk)];
    private static readonly string Sha1 = Convert.ToBase64String(
        CryptographicOperations.HashData(HashAlgorithmName.SHA1, Bytes));

    private StoreHost _store = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _store = await StoreHost.StartAsync();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    // For the other two the SDK needs a native library.
    [Theory]
    [InlineData("CRC32")]
    [InlineData("SHA1")]
    [InlineData("SHA256")]
    public async Task The_sdk_puts_in_chunks_with_the_checksum_behind_them(string algorithm)
    {
        var bytes = Random(4, 1_000_003);

        var put = await _store.S3.PutObjectAsync(
            new()
            {
                BucketName = StoreHost.Bucket,
                Key = "k",
                InputStream = new MemoryStream(bytes),
                ChecksumAlgorithm = new ChecksumAlgorithm(algorithm),
            },
            Ct);

        using var found = await _store.S3.GetObjectAsync(
            new() { BucketName = StoreHost.Bucket, Key = "k", ChecksumMode = ChecksumMode.ENABLED }, Ct);
        using var read = new MemoryStream();
        await found.ResponseStream.CopyToAsync(read, Ct);
        Assert.Equal(bytes, read.ToArray());
        Assert.Equal(
            (put.ChecksumCRC32, put.ChecksumSHA1, put.ChecksumSHA256),
            (found.ChecksumCRC32, found.ChecksumSHA1, found.ChecksumSHA256));
        Assert.Equal("FULL_OBJECT", found.ChecksumType);
        Assert.Null(found.Headers.ContentEncoding);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_sdk_puts_with_and_without_a_checksum_of_its_own(bool chunked)
    {
        using var plain = new AmazonS3Client(
            new Amazon.Runtime.BasicAWSCredentials(_store.Credentials.AccessKey, _store.Credentials.SecretKey),
            new AmazonS3Config
            {
                ServiceURL = _store.Address.ToString(),
                ForcePathStyle = true,
                RequestChecksumCalculation = Amazon.Runtime.RequestChecksumCalculation.WHEN_REQUIRED,
            });

        await plain.PutObjectAsync(
            new()
            {
                BucketName = StoreHost.Bucket,
                Key = "k",
                InputStream = new MemoryStream(Bytes),
                UseChunkEncoding = chunked,
            },
            Ct);

        Assert.Equal(Bytes, await _store.Http.GetByteArrayAsync(_store.DownloadLink("k"), Ct));
    }

    [Fact]
    public async Task Chunks_signed_by_hand_are_put_together()
    {
        var signed = Signed(SignedByHand.SignedChunks);

        Assert.Equal(Refusal.None, await SendAsync(signed, [.. Chunks.Select(signed.Chunk), signed.Chunk([]), "\r\n"u8.ToArray()]));
        Assert.Equal(Bytes, await _store.Http.GetByteArrayAsync(_store.DownloadLink("k"), Ct));
    }

    [Fact]
    public async Task No_chunk_can_be_changed_moved_left_out_or_repeated()
    {
        var mismatch = new Refusal(403, "SignatureDoesNotMatch");
        var cut = new Refusal(400, "IncompleteBody");

        Assert.Equal(mismatch, await AttackAsync(parts => [parts[1], parts[0], .. parts[2..]]));
        Assert.Equal(mismatch, await AttackAsync(parts => [parts[0], parts[0], .. parts[2..]]));
        Assert.Equal(mismatch, await AttackAsync(parts => [parts[0], .. parts[2..]]));
        Assert.Equal(mismatch, await AttackAsync(parts => [Flipped(parts[0], 5_000), .. parts[1..]]));
        Assert.Equal(mismatch, await AttackAsync(parts => [.. parts[..2], Flipped(parts[2], 5_000), .. parts[3..]]));
        Assert.Equal(mismatch, await AttackAsync(parts => [.. parts[..3], Flipped(parts[3], 30), .. parts[4..]]));
        Assert.Equal(cut, await AttackAsync(parts => parts[..3]));
        Assert.Equal(cut, await AttackAsync(parts => [.. parts[..3], "\r\n"u8.ToArray()]));
        Assert.Equal(cut, await AttackAsync(parts => [parts[0][..8000]]));
        Assert.Equal(cut, await AttackAsync(parts => [.. parts[..4]]));
        Assert.Equal(cut, await AttackAsync(parts => [.. parts, "more"u8.ToArray()]));
        Assert.Equal(new Refusal(400, "MalformedTrailerError"), await AttackAsync(
            parts => [.. parts[..4], "x-amz-checksum-crc32:AAAAAA==\r\n\r\n"u8.ToArray()]));
        Assert.Empty(_store.Files());
    }

    [Theory]
    [InlineData("2000\r\n")]
    [InlineData(";chunk-signature=\r\n")]
    [InlineData("zz;chunk-signature=0000000000000000000000000000000000000000000000000000000000000000\r\n")]
    [InlineData("-1;chunk-signature=0000000000000000000000000000000000000000000000000000000000000000\r\n")]
    [InlineData(" 2;chunk-signature=0000000000000000000000000000000000000000000000000000000000000000\r\n")]
    [InlineData("7fffffffffffffff;chunk-signature=0000000000000000000000000000000000000000000000000000000000000000\r\n")]
    [InlineData("ffffffffffffffffffff;chunk-signature=0\r\n")]
    [InlineData("2000;chunk-signature=00;more=1\r\n")]
    [InlineData("\r\n")]
    [InlineData("\n")]
    [InlineData("")]
    public async Task A_line_that_begins_no_chunk_is_refused(string line)
    {
        var signed = Signed(SignedByHand.SignedChunks);

        var put = await SendAsync(signed, [Encoding.ASCII.GetBytes(line), Bytes, "\r\n"u8.ToArray()]);

        Assert.Equal(new Refusal(400, "IncompleteBody"), put);
        Assert.Empty(_store.Files());
    }

    [Theory]
    [InlineData("8191")]
    [InlineData("24575")]
    [InlineData("24577")]
    [InlineData("99999999")]
    public async Task The_length_of_the_chunks_together_is_exact(string declared)
    {
        var signed = Signed(SignedByHand.SignedChunks, declared);

        var put = await SendAsync(signed, [.. Chunks.Select(signed.Chunk), signed.Chunk([]), "\r\n"u8.ToArray()]);

        Assert.Equal(new Refusal(400, "IncompleteBody"), put);
        Assert.Empty(_store.Files());
    }

    [Fact]
    public async Task Without_the_length_of_the_chunks_or_with_too_much_nothing_is_read()
    {
        var without = Signed(SignedByHand.SignedChunks, "");
        var tooMuch = Signed(SignedByHand.SignedChunks, "5368709121");

        Assert.Equal(new Refusal(411, "MissingContentLength"), await SendAsync(without, [Bytes]));
        Assert.Equal(new Refusal(400, "EntityTooLarge"), await SendAsync(tooMuch, [Bytes]));
    }

    [Fact]
    public async Task Only_the_last_chunk_may_be_small()
    {
        var signed = Signed(SignedByHand.SignedChunks);

        var put = await SendAsync(signed, [.. Bytes.Chunk(8191).Select(signed.Chunk), signed.Chunk([]), "\r\n"u8.ToArray()]);

        Assert.Equal(new Refusal(403, "InvalidChunkSizeError"), put);
        Assert.Empty(_store.Files());
    }

    [Fact]
    public async Task A_signed_trailer_is_held_to_its_signature_and_to_the_bytes()
    {
        Assert.Equal(Refusal.None, await TrailAsync(trailer => trailer, Sha1));
        Assert.Equal(new Refusal(400, "BadDigest"), await TrailAsync(trailer => trailer, "AAAAAAAAAAAAAAAAAAAAAAAAAAA="));
        Assert.Equal(new Refusal(400, "InvalidRequest"), await TrailAsync(trailer => trailer, "AAAA"));
        Assert.Equal(
            new Refusal(403, "SignatureDoesNotMatch"),
            await TrailAsync(trailer => trailer.Replace(Sha1, "AAAAAAAAAAAAAAAAAAAAAAAAAAA=", StringComparison.Ordinal), Sha1));
        Assert.Equal(
            new Refusal(403, "SignatureDoesNotMatch"),
            await TrailAsync(trailer => trailer[..^5] + "0000\r\n", Sha1));
        Assert.Equal(new Refusal(400, "MalformedTrailerError"), await TrailAsync(_ => "", Sha1));
        Assert.Equal(
            new Refusal(400, "MalformedTrailerError"),
            await TrailAsync(trailer => trailer[..trailer.IndexOf("x-amz-trailer-", StringComparison.Ordinal)], Sha1));
        Assert.Equal(
            new Refusal(400, "MalformedTrailerError"), await TrailAsync(trailer => "no colon\r\n" + trailer, Sha1));
    }

    [Theory]
    [InlineData("x-amz-checksum-sha1:{0}\r\n\r\n", 200, "")]
    [InlineData("x-amz-checksum-sha1:{0}\n\r\n\r\n", 200, "")]
    [InlineData("X-Amz-Checksum-Sha1: {0}\r\n\r\n", 200, "")]
    [InlineData("x-amz-checksum-sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAA=\r\n\r\n", 400, "BadDigest")]
    [InlineData("x-amz-checksum-crc32:AAAAAA==\r\n\r\n", 400, "MalformedTrailerError")]
    [InlineData("x-amz-checksum-sha1:{0}\r\nx-amz-meta-a:b\r\n\r\n", 400, "MalformedTrailerError")]
    [InlineData("x-amz-checksum-sha1:{0}\r\n", 400, "IncompleteBody")]
    [InlineData("x-amz-checksum-sha1:{0}", 400, "IncompleteBody")]
    [InlineData("\r\n", 400, "MalformedTrailerError")]
    public async Task A_trailer_without_signature_brings_the_announced_checksum(string trailer, int status, string code)
    {
        var signed = Signed(SignedByHand.Trailer, trailer: "x-amz-checksum-sha1");
        var body = $"6000\r\n{Encoding.Latin1.GetString(Bytes)}\r\n0\r\n{string.Format(null, trailer, Sha1)}";

        var put = await SendAsync(signed, [Encoding.Latin1.GetBytes(body)]);

        Assert.Equal(new Refusal(status, code), put);
        Assert.Equal(status == 200 ? 1 : 0, _store.Files().Length);
    }

    [Fact]
    public async Task Hundreds_of_mangled_bodies_are_refused_without_a_fault()
    {
        var random = new Random(20_261_121);
        for (var turn = 0; turn < 300; turn++)
        {
            var signed = Signed(SignedByHand.SignedChunksAndTrailer, trailer: "x-amz-checksum-sha1");
            byte[] body =
            [
                .. Chunks.SelectMany(signed.Chunk), .. signed.Chunk([]),
                .. signed.SignedTrailer("x-amz-checksum-sha1", Sha1), .. "\r\n"u8,
            ];
            var at = random.Next(body.Length);
            body = random.Next(3) switch
            {
                0 => [.. body[..at], .. body[Math.Min(body.Length, at + random.Next(1, 20))..]],
                1 => [.. body[..at], (byte)random.Next(256), .. body[at..]],
                _ => Flipped(body, at),
            };

            Assert.InRange((await SendAsync(signed, [body])).Status, 400, 403);
        }

        Assert.Empty(_store.Files());
    }

    private static byte[] Random(int seed, int length)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    private static byte[] Flipped(byte[] bytes, int at) => [.. bytes[..at], (byte)(bytes[at] ^ 1), .. bytes[(at + 1)..]];

    private SignedByHand Signed(string word, string? length = null, string? trailer = null)
    {
        List<(string, string)> headers = [("x-amz-decoded-content-length", length ?? $"{Bytes.Length}")];
        if (trailer is not null)
            headers.Add(("x-amz-trailer", trailer));
        return new SignedByHand(
            HttpMethod.Put, new Uri(_store.Address, "/pictures/k"), word, _store.Clock.GetUtcNow(), null, [.. headers]);
    }

    private Task<Refusal> AttackAsync(Func<byte[][], byte[][]> change)
    {
        var signed = Signed(SignedByHand.SignedChunks);
        return SendAsync(signed, change([.. Chunks.Select(signed.Chunk), signed.Chunk([]), "\r\n"u8.ToArray()]));
    }

    private Task<Refusal> TrailAsync(Func<string, string> change, string value)
    {
        var signed = Signed(SignedByHand.SignedChunksAndTrailer, trailer: "x-amz-checksum-sha1");
        byte[][] chunks = [.. Chunks.Select(signed.Chunk), signed.Chunk([])];
        var trailer = change(Encoding.ASCII.GetString(signed.SignedTrailer("x-amz-checksum-sha1", value)));
        return SendAsync(signed, [.. chunks, Encoding.ASCII.GetBytes(trailer), "\r\n"u8.ToArray()]);
    }

    private async Task<Refusal> SendAsync(SignedByHand signed, byte[][] body)
    {
        using var request = signed.Request;
        request.Content = new ByteArrayContent([.. body.SelectMany(part => part)]);
        request.Content.Headers.ContentEncoding.Add("aws-chunked");
        using var answer = await _store.Http.SendAsync(request, Ct);
        return await Refusal.OfAsync(answer);
    }
}

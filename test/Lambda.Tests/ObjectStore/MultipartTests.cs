using System.Security.Cryptography;
using System.Text;
using Amazon.S3;
using Amazon.S3.Model;
using Amazon.S3.Transfer;

namespace Lambda.Tests.ObjectStore;

public sealed class MultipartTests : IAsyncLifetime
{
    private const int Mebibyte = 1024 * 1024;

    private static readonly byte[] Bytes = Random(1, 11 * Mebibyte + 12_345);

    private StoreHost _store = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _store = await StoreHost.StartAsync();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task The_sdk_moves_a_large_file_in_parts_both_ways()
    {
        using var transfer = new TransferUtility(
            _store.S3, new TransferUtilityConfig { MinSizeBeforePartUpload = 5 * Mebibyte });

        await transfer.UploadAsync(
            new()
            {
                BucketName = StoreHost.Bucket,
                Key = "large",
                InputStream = new MemoryStream(Bytes),
                PartSize = 5 * Mebibyte,
                ContentType = "image/heic",
                Metadata = { ["camera"] = "F3" },
                TagSet = [new() { Key = "state", Value = "new" }],
            },
            Ct);

        using var found = await transfer.S3Client.GetObjectAsync(StoreHost.Bucket, "large", Ct);
        using var read = new MemoryStream();
        await found.ResponseStream.CopyToAsync(read, Ct);
        Assert.Equal(Bytes, read.ToArray());
        Assert.Equal($"\"{TagOf([.. Bytes.Chunk(5 * Mebibyte)])}\"", found.ETag);
        Assert.Equal(("F3", 1), (found.Metadata["camera"], found.TagCount));
        Assert.Single(_store.Files());
    }

    [Theory]
    [InlineData("SHA256", "COMPOSITE")]
    [InlineData("CRC32", "COMPOSITE")]
    [InlineData("CRC32", "FULL_OBJECT")]
    [InlineData("SHA1", null)]
    [InlineData(null, null)]
    public async Task An_object_bears_the_checksum_that_its_upload_was_begun_with(string? algorithm, string? type)
    {
        var begun = await _store.S3.InitiateMultipartUploadAsync(
            new()
            {
                BucketName = StoreHost.Bucket,
                Key = "k",
                ChecksumAlgorithm = algorithm,
                ChecksumType = type,
            },
            Ct);
        var parts = new List<PartETag>();
        foreach (var (at, bytes) in Bytes.Chunk(6 * Mebibyte).Index())
            parts.Add(Checked(await PutPartAsync(begun.UploadId, at + 1, bytes, algorithm)));

        var done = await CompleteAsync(begun.UploadId, parts);

        var head = await _store.S3.GetObjectMetadataAsync(
            new() { BucketName = StoreHost.Bucket, Key = "k", ChecksumMode = ChecksumMode.ENABLED }, Ct);
        Assert.Equal(algorithm is null || type is "FULL_OBJECT" ? "FULL_OBJECT" : "COMPOSITE", head.ChecksumType);
        Assert.Equal(done.ETag, head.ETag);
        if (algorithm is "SHA256")
        {
            var composite = SHA256.HashData([.. Bytes.Chunk(6 * Mebibyte).SelectMany(SHA256.HashData)]);
            Assert.Equal($"{Convert.ToBase64String(composite)}-2", head.ChecksumSHA256);
        }
    }

    [Fact]
    public async Task Parts_arrive_in_any_order_replace_each_other_and_are_listed()
    {
        var id = await BeginAsync();
        await PutPartAsync(id, 7, [9]);
        await PutPartAsync(id, 2, Bytes[..100]);
        await PutPartAsync(id, 2, Bytes[..(5 * Mebibyte)]);

        var all = await ListPartsAsync(id, 0);
        var first = await ListPartsAsync(id, 1);
        var uploads = await _store.S3.ListMultipartUploadsAsync(StoreHost.Bucket, Ct);
        var objects = await _store.S3.ListObjectsV2Async(new() { BucketName = StoreHost.Bucket }, Ct);

        Assert.Equal([(2, 5L * Mebibyte), (7, 1)], all.Parts.Select(part => (part.PartNumber!.Value, part.Size!.Value)));
        Assert.Equal((2, true, 2), (first.Parts.Single().PartNumber, first.IsTruncated, first.NextPartNumberMarker));
        Assert.Equal(("k", id), (uploads.MultipartUploads.Single().Key, uploads.MultipartUploads.Single().UploadId));
        Assert.Empty(objects.S3Objects ?? []);
        Assert.Equal("NoSuchKey", await ErrorOf(() => _store.S3.GetObjectAsync(StoreHost.Bucket, "k", Ct)));

        await CompleteAsync(id, [new(2, all.Parts[0].ETag), new(7, all.Parts[1].ETag)]);
        var part = await _store.S3.GetObjectMetadataAsync(
            new() { BucketName = StoreHost.Bucket, Key = "k", PartNumber = 2 }, Ct);
        Assert.Equal((1, 2), (part.ContentLength, part.PartsCount));
        Assert.Equal("NoSuchUpload", await ErrorOf(() => ListPartsAsync(id, 0)));
    }

    [Fact]
    public async Task What_is_no_whole_object_is_not_put_together()
    {
        var id = await BeginAsync();
        var large = new PartETag(await PutPartAsync(id, 1, Bytes[..(5 * Mebibyte)]));
        var small = new PartETag(await PutPartAsync(id, 2, [1, 2]));
        var last = new PartETag(await PutPartAsync(id, 3, [3]));

        Assert.Equal("InvalidPartOrder", await ErrorOf(() => CompleteByHandAsync(id, "21", [small, large])));
        Assert.Equal("InvalidPartOrder", await ErrorOf(() => CompleteByHandAsync(id, "11", [large, large])));
        Assert.Equal("InvalidPart", await ErrorOf(() => CompleteAsync(id, [large, new(4, last.ETag)])));
        Assert.Equal("InvalidPart", await ErrorOf(() => CompleteAsync(id, [large, new(3, small.ETag)])));
        Assert.Equal("EntityTooSmall", await ErrorOf(() => CompleteAsync(id, [large, small, last])));
        Assert.Equal("MalformedXML", await ErrorOf(() => CompleteAsync(id, [])));
        Assert.Equal("NoSuchUpload", await ErrorOf(() => CompleteAsync(new string('0', 32), [large])));
        Assert.Equal("NoSuchUpload", await ErrorOf(() => CompleteAsync("../../objects", [large])));
        Assert.Equal("InvalidArgument", await ErrorOf(() => PutPartAsync(id, 10_001, [1])));

        await CompleteAsync(id, [large, last]);
        var whole = await _store.Http.GetByteArrayAsync(_store.DownloadLink("k"), Ct);
        Assert.Equal([.. Bytes[..(5 * Mebibyte)], 3], whole);
    }

    [Fact]
    public async Task Completing_is_write_once_where_that_is_asked_for_and_of_two_one_wins()
    {
        var ids = new[] { await BeginAsync(), await BeginAsync() };
        var parts = new[]
        {
            new PartETag(await PutPartAsync(ids[0], 1, [0])), new PartETag(await PutPartAsync(ids[1], 1, [1])),
        };

        var codes = await Task.WhenAll(Enumerable.Range(0, 2).Select(turn => ErrorOf(() =>
            CompleteAsync(ids[turn], [parts[turn]], ifNoneMatch: "*"))));

        var winner = Assert.Single(Enumerable.Range(0, 2), turn => codes[turn] is "");
        Assert.Contains("PreconditionFailed", codes);
        Assert.Equal([(byte)winner], await _store.Http.GetByteArrayAsync(_store.DownloadLink("k"), Ct));
        Assert.Equal(ids[1 - winner], (await _store.S3.ListMultipartUploadsAsync(StoreHost.Bucket, Ct))
            .MultipartUploads.Single().UploadId);
    }

    [Fact]
    public async Task An_unfinished_upload_survives_a_restart_and_an_aborted_one_leaves_nothing()
    {
        var id = await BeginAsync();
        var part = new PartETag(await PutPartAsync(id, 1, [1, 2, 3]));
        Directory.CreateDirectory(Path.Combine(_store.Folder, "uploads", new string('a', 32)));

        await using var restarted = await StoreHost.StartAsync(_store.Folder);
        Assert.Single(Directory.GetDirectories(Path.Combine(_store.Folder, "uploads")));
        await restarted.S3.CompleteMultipartUploadAsync(
            new() { BucketName = StoreHost.Bucket, Key = "k", UploadId = id, PartETags = [part] }, Ct);
        Assert.Equal([1, 2, 3], await restarted.Http.GetByteArrayAsync(restarted.DownloadLink("k"), Ct));

        var other = await BeginAsync("other");
        await PutPartAsync(other, 1, [1], key: "other");
        await _store.S3.AbortMultipartUploadAsync(StoreHost.Bucket, "other", other, Ct);
        Assert.Equal("NoSuchUpload", await ErrorOf(() => PutPartAsync(other, 2, [1], key: "other")));
        Assert.Single(_store.Files());
    }

    [Fact]
    public async Task A_part_can_be_copied_out_of_an_object()
    {
        await _store.StoreAsync("source", Bytes);
        var id = await BeginAsync();
        Task<CopyPartResponse> Copy(int number, long? first, long? last) => _store.S3.CopyPartAsync(
            new()
            {
                SourceBucket = StoreHost.Bucket,
                SourceKey = "source",
                DestinationBucket = StoreHost.Bucket,
                DestinationKey = "k",
                UploadId = id,
                PartNumber = number,
                FirstByte = first,
                LastByte = last,
            },
            Ct);

        var begin = await Copy(1, 0, 6 * Mebibyte - 1);
        var end = await Copy(2, 6 * Mebibyte, Bytes.Length - 1);

        Assert.Equal("InvalidArgument", await ErrorOf(() => Copy(3, 0, Bytes.Length)));
        await CompleteAsync(id, [new(1, begin.ETag), new(2, end.ETag)]);
        Assert.Equal(Bytes, await _store.Http.GetByteArrayAsync(_store.DownloadLink("k"), Ct));
    }

    private static byte[] Random(int seed, int length)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    private static PartETag Checked(UploadPartResponse part) => new(part)
    {
        ChecksumCRC32 = part.ChecksumCRC32,
        ChecksumSHA1 = part.ChecksumSHA1,
        ChecksumSHA256 = part.ChecksumSHA256,
    };

    private static string TagOf(byte[][] parts)
    {
        var tags = parts.SelectMany(part => CryptographicOperations.HashData(HashAlgorithmName.MD5, part)).ToArray();
        var tag = Convert.ToHexStringLower(CryptographicOperations.HashData(HashAlgorithmName.MD5, tags));
        return $"{tag}-{parts.Length}";
    }

    private static async Task<string> ErrorOf<T>(Func<Task<T>> call)
    {
        try
        {
            await call();
            return "";
        }
        catch (AmazonS3Exception error)
        {
            return error.ErrorCode;
        }
    }

    private async Task<string> BeginAsync(string key = "k") =>
        (await _store.S3.InitiateMultipartUploadAsync(StoreHost.Bucket, key, Ct)).UploadId;

    private Task<UploadPartResponse> PutPartAsync(
        string id, int number, byte[] bytes, string? algorithm = null, string key = "k") => _store.S3.UploadPartAsync(
        new()
        {
            BucketName = StoreHost.Bucket,
            Key = key,
            UploadId = id,
            PartNumber = number,
            InputStream = new MemoryStream(bytes),
            ChecksumAlgorithm = algorithm,
            UseChunkEncoding = true,
        },
        Ct);

    private Task<ListPartsResponse> ListPartsAsync(string id, int limit) => _store.S3.ListPartsAsync(
        new() { BucketName = StoreHost.Bucket, Key = "k", UploadId = id, MaxParts = limit == 0 ? null : limit }, Ct);

    private Task<CompleteMultipartUploadResponse> CompleteAsync(
        string id, List<PartETag> parts, string? ifNoneMatch = null) => _store.S3.CompleteMultipartUploadAsync(
        new()
        {
            BucketName = StoreHost.Bucket,
            Key = "k",
            UploadId = id,
            PartETags = parts,
            IfNoneMatch = ifNoneMatch,
        },
        Ct);

    // The SDK sorts parts itself; other clients may not.
    private async Task<string> CompleteByHandAsync(string id, string numbers, PartETag[] parts)
    {
        var list = string.Concat(parts.Select((part, at) =>
            $"<Part><PartNumber>{numbers[at]}</PartNumber><ETag>{part.ETag}</ETag></Part>"));
        var body = Encoding.UTF8.GetBytes($"<CompleteMultipartUpload>{list}</CompleteMultipartUpload>");
        var address = new Uri(_store.Address, $"/pictures/k?uploadId={id}");
        using var request = new SignedByHand(
            HttpMethod.Post, address, SignedByHand.Hash(body), _store.Clock.GetUtcNow()).Request;
        request.Content = new ByteArrayContent(body);
        using var answer = await _store.Http.SendAsync(request, Ct);
        throw new AmazonS3Exception("refused") { ErrorCode = (await Refusal.OfAsync(answer)).Code };
    }
}

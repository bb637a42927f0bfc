using Amazon.S3;
using Amazon.S3.Model;

namespace Lambda.Tests.ObjectStore;

public sealed class CopyTests : IAsyncLifetime
{
    private const string From = "from ä+&/1";

    private static readonly byte[] Bytes = [.. Enumerable.Range(0, 1000).Select(number => (byte)number)];

    private StoreHost _store = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = await StoreHost.StartAsync();
        await _store.S3.PutObjectAsync(
            new()
            {
                BucketName = StoreHost.Bucket,
                Key = From,
                InputStream = new MemoryStream(Bytes),
                ContentType = "image/png",
                Metadata = { ["camera"] = "F3" },
                TagSet = [new() { Key = "state", Value = "new one" }],
            },
            Ct);
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task A_copy_has_the_bytes_and_everything_that_is_known_of_them()
    {
        var copied = await CopyAsync(_ => { });

        using var found = await _store.S3.GetObjectAsync(StoreHost.Bucket, "to", Ct);
        using var read = new MemoryStream();
        await found.ResponseStream.CopyToAsync(read, Ct);
        Assert.Equal(Bytes, read.ToArray());
        Assert.Equal(("image/png", "F3", 1), (found.Headers.ContentType, found.Metadata["camera"], found.TagCount));
        Assert.Equal(copied.ETag, found.ETag);
        Assert.NotNull(copied.LastModified);
    }

    [Fact]
    public async Task A_copy_may_be_given_other_headers_and_tags()
    {
        await CopyAsync(request =>
        {
            request.MetadataDirective = S3MetadataDirective.REPLACE;
            request.ContentType = "image/heic";
            request.TagSet = [new() { Key = "a", Value = "b" }, new() { Key = "c", Value = "" }];
            request.TaggingDirective = TaggingDirective.REPLACE;
            request.ChecksumAlgorithm = ChecksumAlgorithm.SHA1;
        });

        var found = await _store.S3.GetObjectMetadataAsync(
            new() { BucketName = StoreHost.Bucket, Key = "to", ChecksumMode = ChecksumMode.ENABLED }, Ct);
        Assert.Equal(("image/heic", 0, 28), (found.Headers.ContentType, found.Metadata.Count, found.ChecksumSHA1.Length));
        Assert.Equal(["a=b", "c="], await TagsAsync("to"));
    }

    [Fact]
    public async Task A_copy_onto_itself_has_to_change_something()
    {
        Assert.Equal("InvalidRequest", await ErrorOf(request => request.DestinationKey = From));

        await CopyAsync(request =>
        {
            request.DestinationKey = From;
            request.MetadataDirective = S3MetadataDirective.REPLACE;
        });
        Assert.Equal(Bytes, await _store.Http.GetByteArrayAsync(_store.DownloadLink(From), Ct));
    }

    [Fact]
    public async Task Conditions_on_either_end_are_kept()
    {
        var tag = (await _store.S3.GetObjectMetadataAsync(StoreHost.Bucket, From, Ct)).ETag;
        var now = _store.Clock.GetUtcNow().UtcDateTime;

        Assert.Equal("", await ErrorOf(request => request.ETagToMatch = tag));
        Assert.Equal("PreconditionFailed", await ErrorOf(request => request.ETagToMatch = "\"other\""));
        Assert.Equal("PreconditionFailed", await ErrorOf(request => request.ETagToNotMatch = tag));
        Assert.Equal("PreconditionFailed", await ErrorOf(request => request.ModifiedSinceDate = now.AddHours(1)));
        Assert.Equal("PreconditionFailed", await ErrorOf(request => request.UnmodifiedSinceDate = now.AddHours(-1)));
        Assert.Equal("PreconditionFailed", await ErrorOf(request => request.IfNoneMatch = "*"));
        Assert.Equal("", await ErrorOf(request =>
            (request.IfNoneMatch, request.DestinationKey) = ("*", "new")));
        Assert.Equal("NoSuchKey", await ErrorOf(request => request.SourceKey = "missing"));
        Assert.Equal("NoSuchBucket", await ErrorOf(request => request.SourceBucket = "missing"));
    }

    [Fact]
    public async Task Tags_are_read_replaced_and_removed_while_the_object_stays_as_it_is()
    {
        var before = await _store.S3.GetObjectMetadataAsync(StoreHost.Bucket, From, Ct);
        var file = Assert.Single(_store.Files());
        var stored = await File.ReadAllBytesAsync(file, Ct);

        Assert.Equal(["state=new one"], await TagsAsync(From));
        Assert.Equal("", await SetTagsAsync(new Tag { Key = "ä", Value = "+-=._:/@ 1" }, new Tag { Key = "b", Value = "" }));
        Assert.Equal(["ä=+-=._:/@ 1", "b="], await TagsAsync(From));
        await _store.S3.DeleteObjectTaggingAsync(new() { BucketName = StoreHost.Bucket, Key = From }, Ct);
        Assert.Empty(await TagsAsync(From));

        var after = await _store.S3.GetObjectMetadataAsync(StoreHost.Bucket, From, Ct);
        Assert.Equal((before.ETag, before.LastModified), (after.ETag, after.LastModified));
        Assert.Equal(Bytes, await _store.Http.GetByteArrayAsync(_store.DownloadLink(From), Ct));
        Assert.Equal(stored, await File.ReadAllBytesAsync(file, Ct));
        await _store.S3.DeleteObjectAsync(StoreHost.Bucket, From, Ct);
        Assert.Empty(_store.Files());
    }

    [Fact]
    public async Task Tags_keep_to_their_limits()
    {
        static Tag Of(string key, string value) => new() { Key = key, Value = value };
        var ten = Enumerable.Range(0, 10).Select(number => Of($"k{number}", "v")).ToArray();

        Assert.Equal("", await SetTagsAsync(ten));
        Assert.Equal("BadRequest", await SetTagsAsync([.. ten, Of("more", "v")]));
        Assert.Equal("", await SetTagsAsync(Of(new string('k', 128), new string('v', 256))));
        Assert.Equal("InvalidTag", await SetTagsAsync(Of(new string('k', 129), "v")));
        Assert.Equal("InvalidTag", await SetTagsAsync(Of("k", new string('v', 257))));
        Assert.Equal("InvalidTag", await SetTagsAsync(Of("", "v")));
        Assert.Equal("InvalidTag", await SetTagsAsync(Of("k", "a\"b")));
        Assert.Equal("InvalidTag", await SetTagsAsync(Of("a\"b", "v")));
        Assert.Equal("InvalidTag", await SetTagsAsync(Of("aws:k", "v")));
        Assert.Equal("InvalidTag", await SetTagsAsync(Of("k", "1"), Of("k", "2")));
        Assert.Single(await TagsAsync(From));
    }

    [Theory]
    [InlineData("state=pending&b=", 200, "")]
    [InlineData("a=%C3%A4+1", 200, "")]
    [InlineData("a=1&a=2", 400, "InvalidArgument")]
    [InlineData("a=%zz", 400, "InvalidArgument")]
    [InlineData("a=%22", 400, "InvalidTag")]
    public async Task Tags_may_come_with_the_object(string header, int status, string code)
    {
        var link = _store.UploadLink("k", Bytes, change: request => request.Headers["x-amz-tagging"] = header);

        var put = await _store.PutAsync(link, Bytes, change: request => request.Headers.Add("x-amz-tagging", header));

        Assert.Equal(new Refusal(status, code), put);
    }

    [Theory]
    [InlineData(2048, 200, "")]
    [InlineData(2049, 400, "MetadataTooLarge")]
    public async Task Metadata_has_at_most_two_kilobytes(int bytes, int status, string code)
    {
        var value = new string('v', bytes - 4);
        var link = _store.UploadLink("k", Bytes, change: request => request.Metadata.Add("name", value));

        var put = await _store.PutAsync(
            link, Bytes, change: request => request.Headers.Add("x-amz-meta-name", value));

        Assert.Equal(new Refusal(status, code), put);
    }

    private async Task<IEnumerable<string>> TagsAsync(string key)
    {
        var found = await _store.S3.GetObjectTaggingAsync(new() { BucketName = StoreHost.Bucket, Key = key }, Ct);
        return (found.Tagging ?? []).Select(tag => $"{tag.Key}={tag.Value}");
    }

    private async Task<string> SetTagsAsync(params Tag[] tags)
    {
        try
        {
            await _store.S3.PutObjectTaggingAsync(
                new() { BucketName = StoreHost.Bucket, Key = From, Tagging = new() { TagSet = [.. tags] } }, Ct);
            return "";
        }
        catch (AmazonS3Exception error)
        {
            return error.ErrorCode;
        }
    }

    private Task<CopyObjectResponse> CopyAsync(Action<CopyObjectRequest> change)
    {
        var request = new CopyObjectRequest
        {
            SourceBucket = StoreHost.Bucket,
            SourceKey = From,
            DestinationBucket = StoreHost.Bucket,
            DestinationKey = "to",
        };
        change(request);
        return _store.S3.CopyObjectAsync(request, Ct);
    }

    private async Task<string> ErrorOf(Action<CopyObjectRequest> change)
    {
        try
        {
            await CopyAsync(change);
            return "";
        }
        catch (AmazonS3Exception error)
        {
            return error.ErrorCode;
        }
    }
}

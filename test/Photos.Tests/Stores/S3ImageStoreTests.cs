using System.Net;
using Photos.Aws;
using Photos.Library;

namespace Photos.Tests.Stores;

public sealed class S3ImageStoreOnLocalObjectStoreTests(LocalS3 s3) : ImageStoreContract
{
    private protected override IImageStore Store => new S3ImageStore(s3.Client, LocalS3.Bucket, TimeProvider.System);

    // What follows S3 does too, but among the stores here only ours: moto keeps no digest of an upload by link, knows
    // no response headers in links, and refuses next to nothing.

    [Fact]
    public async Task The_digest_that_was_verified_is_remembered()
    {
        var file = A.File(content: "harbour");

        using var sent = await PutAsync(await SignAsync(file), "harbour");

        Assert.Equal(new StoredImage(7, file.Sha256), await Store.FindAsync(Key, Ct));
    }

    [Fact]
    public async Task A_download_link_gives_an_attachment_of_the_files_name_and_type()
    {
        var file = A.File(name: "Før & etter.jpg", content: "harbour");
        using var sent = await PutAsync(await SignAsync(file), "harbour");

        var link = await Store.SignDownloadAsync(Key, file.Name, A.Type("image/png"), FiveMinutes, Ct);
        using var http = new HttpClient();
        using var read = await http.GetAsync(link, Ct);

        Assert.Equal("image/png", read.Content.Headers.ContentType?.ToString());
        Assert.Equal("attachment", read.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("Før & etter.jpg", read.Content.Headers.ContentDisposition?.FileNameStar);
    }

    [Fact]
    public async Task What_is_not_there_cannot_be_kept() => Assert.False(await Store.KeepAsync(Key, Ct));

    [Fact]
    public async Task What_arrives_is_marked_until_it_is_kept()
    {
        using var sent = await PutAsync(await SignAsync(A.File(content: "harbour")), "harbour");
        var before = await TagsAsync();

        await Store.KeepAsync(Key, Ct);

        Assert.Equal(["state=pending"], before);
        Assert.Empty(await TagsAsync());
    }

    [Theory]
    [InlineData("harbouR")]
    [InlineData("harbou")]
    [InlineData("harbours")]
    [InlineData("")]
    public async Task Other_bytes_than_the_announced_are_refused_and_leave_nothing(string body)
    {
        var link = await SignAsync(A.File(content: "harbour"));

        using var sent = await PutAsync(link, body);

        Assert.False(sent.IsSuccessStatusCode);
        Assert.Null(await Store.FindAsync(Key, Ct));
    }

    [Theory]
    [InlineData("content-type", "text/html")]
    [InlineData("x-amz-checksum-sha256", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")]
    [InlineData("if-none-match", "\"other\"")]
    [InlineData("x-amz-tagging", "state=kept")]
    [InlineData("x-amz-acl", "public-read")]
    public async Task A_changed_or_an_added_header_is_refused(string name, string value)
    {
        var link = await SignAsync(A.File(content: "harbour"));

        using var sent = await PutAsync(link, "harbour", (name, value));

        Assert.Equal(HttpStatusCode.Forbidden, sent.StatusCode);
        Assert.Null(await Store.FindAsync(Key, Ct));
    }

    [Fact]
    public async Task A_link_without_its_signature_reads_nothing()
    {
        var file = A.File(content: "harbour");
        var upload = await SignAsync(file);
        using var sent = await PutAsync(upload, "harbour");

        using var http = new HttpClient();
        using var read = await http.GetAsync(new Uri(upload.Url.GetLeftPart(UriPartial.Path)), Ct);

        Assert.Equal(HttpStatusCode.Forbidden, read.StatusCode);
    }

    private async Task<IEnumerable<string>> TagsAsync()
    {
        var tags = await s3.Client.GetObjectTaggingAsync(new() { BucketName = LocalS3.Bucket, Key = Key.Text }, Ct);
        return (tags.Tagging ?? []).Select(tag => $"{tag.Key}={tag.Value}");
    }
}

public sealed class S3ImageStoreOnMotoTests : ImageStoreContract
{
    private readonly MotoS3 _moto;

    public S3ImageStoreOnMotoTests(MotoS3 moto)
    {
        Assert.SkipWhen(moto.Client is null, "moto_server is not installed here.");
        _moto = moto;
    }

    private protected override IImageStore Store => new S3ImageStore(_moto.Client!, MotoS3.Bucket, TimeProvider.System);
}

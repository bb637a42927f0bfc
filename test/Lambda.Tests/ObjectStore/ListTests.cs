using System.Text;
using Amazon.S3;
using Amazon.S3.Model;

namespace Lambda.Tests.ObjectStore;

public sealed class ListTests : IAsyncLifetime
{
    private static readonly string[] Keys =
    [
        "a/1", "a/2", "a/b/3", "a0", "b//x", "b/x", "c", "ä/1", "ä/2 +&", "\u0001", "z/" + new string('z', 150),
    ];

    private StoreHost _store = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = await StoreHost.StartAsync();
        foreach (var key in Keys)
            await _store.StoreAsync(key, [1]);
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Theory]
    [InlineData("", "/")]
    [InlineData("a/", "/")]
    [InlineData("a", "/")]
    [InlineData("b/", "/")]
    [InlineData("", "/1")]
    [InlineData("", "zzz")]
    [InlineData("ä/", "/")]
    public async Task Folders_are_what_keys_have_in_common_up_to_the_delimiter(string prefix, string delimiter)
    {
        var expected = Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal))
            .Select(key => key.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal) is >= 0 and var at
                ? key[..(at + delimiter.Length)] + "…"
                : key)
            .Distinct()
            .OrderBy(entry => Convert.ToHexString(Encoding.UTF8.GetBytes(entry)), StringComparer.Ordinal);

        foreach (var limit in (int[])[1, 2, 1000])
        {
            Assert.Equal(expected, await SecondAsync(prefix, delimiter, limit));
            Assert.Equal(expected, await FirstAsync(prefix, delimiter, limit));
        }
    }

    [Fact]
    public async Task A_key_of_several_lines_is_listed_as_it_is()
    {
        await _store.StoreAsync("lines/\r\n\r\n<&", [1]);

        var page = await _store.S3.ListObjectsV2Async(new() { BucketName = StoreHost.Bucket, Prefix = "lines" }, Ct);

        Assert.Equal("lines/\r\n\r\n<&", Assert.Single(page.S3Objects).Key);
    }

    [Fact]
    public async Task A_list_begins_behind_any_text_whether_or_not_it_is_a_key()
    {
        var page = await _store.S3.ListObjectsV2Async(
            new() { BucketName = StoreHost.Bucket, StartAfter = "a/b", Prefix = "a", FetchOwner = true }, Ct);

        Assert.Equal(["a/b/3", "a0"], page.S3Objects.Select(entry => entry.Key));
        Assert.All(page.S3Objects, entry => Assert.NotEmpty(entry.Owner.Id));
        Assert.All(page.S3Objects, entry => Assert.Equal(["SHA256"], entry.ChecksumAlgorithm));
    }

    [Theory]
    [InlineData("?list-type=3", "InvalidArgument")]
    [InlineData("?list-type=2&max-keys=-1", "InvalidArgument")]
    [InlineData("?list-type=2&max-keys=a", "InvalidArgument")]
    [InlineData("?list-type=2&continuation-token=", "InvalidArgument")]
    [InlineData("?list-type=2&continuation-token=..%2Fx", "InvalidArgument")]
    [InlineData("?list-type=2&encoding-type=base64", "InvalidArgument")]
    [InlineData("?list-type=2&list-type=2", "InvalidArgument")]
    [InlineData("?versions", "NotImplemented")]
    [InlineData("?list-type=2&max-keys=0", "")]
    public async Task A_list_that_cannot_be_made_is_refused(string query, string code)
    {
        using var request = new SignedByHand(
            HttpMethod.Get, new Uri(_store.Address, "/pictures" + query), SignedByHand.Hash([]), _store.Clock.GetUtcNow())
            .Request;
        using var answer = await _store.Http.SendAsync(request, Ct);

        Assert.Equal(code, (await Refusal.OfAsync(answer)).Code);
    }

    [Fact]
    public async Task Many_keys_are_deleted_at_once_and_missing_ones_are_no_error()
    {
        // The SDK writes no key that XML forbids.
        var keys = Keys.Where(key => key is not "\u0001").Append("missing").ToList();

        var errors = await Assert.ThrowsAsync<DeleteObjectsException>(() => _store.S3.DeleteObjectsAsync(
            new()
            {
                BucketName = StoreHost.Bucket,
                Objects = [.. keys.Append(new string('k', 1025)).Select(key => new KeyVersion { Key = key })],
            },
            Ct));

        Assert.Equal(keys.Order(), errors.Response.DeletedObjects.Select(entry => entry.Key).Order());
        Assert.Equal("KeyTooLongError", Assert.Single(errors.Response.DeleteErrors).Code);
        Assert.Single(_store.Files());
    }

    [Theory]
    [InlineData("<Delete><Object><Key>c</Key></Object></Delete>", "InvalidRequest", false)]
    [InlineData("<Delete><Object><Key>c</Key></Object></Delete>", "", true)]
    [InlineData("<Delete xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Object><Key>c</Key></Object></Delete>", "", true)]
    [InlineData("<Delete><Quiet>true</Quiet><Object><Key>&#xD800;</Key></Object></Delete>", "MalformedXML", true)]
    [InlineData("<Delete><Object><Key></Key></Object></Delete>", "MalformedXML", true)]
    [InlineData("<Delete></Delete>", "MalformedXML", true)]
    [InlineData("<!DOCTYPE d [<!ENTITY e \"c\">]><Delete><Object><Key>&e;</Key></Object></Delete>", "MalformedXML", true)]
    [InlineData("<Other/>", "MalformedXML", true)]
    [InlineData("<Delete><Object>", "MalformedXML", true)]
    [InlineData("<!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><Delete><Object><Key>&e;</Key></Object></Delete>", "MalformedXML", true)]
    public async Task A_list_of_keys_to_delete_is_read_with_care(string xml, string code, bool withMd5)
    {
        var body = Encoding.UTF8.GetBytes(xml);
        using var request = new SignedByHand(
            HttpMethod.Post,
            new Uri(_store.Address, "/pictures?delete"),
            SignedByHand.Hash(body),
            _store.Clock.GetUtcNow()).Request;
        request.Content = new ByteArrayContent(body);
        if (withMd5)
        {
            request.Content.Headers.ContentMD5 = System.Security.Cryptography.CryptographicOperations.HashData(
                System.Security.Cryptography.HashAlgorithmName.MD5, body);
        }

        using var answer = await _store.Http.SendAsync(request, Ct);

        Assert.Equal(code, (await Refusal.OfAsync(answer)).Code);
        Assert.Equal(code is "" ? Keys.Length - 1 : Keys.Length, _store.Files().Length);
    }

    [Fact]
    public async Task The_bucket_says_that_it_is_there_and_where()
    {
        var head = await _store.S3.HeadBucketAsync(new() { BucketName = StoreHost.Bucket }, Ct);
        var location = await _store.S3.GetBucketLocationAsync(StoreHost.Bucket, Ct);
        var missing = await Assert.ThrowsAnyAsync<AmazonS3Exception>(() =>
            _store.S3.HeadBucketAsync(new() { BucketName = "missing" }, Ct));

        Assert.Equal("eu-central-1", head.BucketRegion);
        Assert.Equal("eu-central-1", location.Location.Value);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, missing.StatusCode);
    }

    private async Task<List<string>> SecondAsync(string prefix, string delimiter, int limit)
    {
        var found = new List<string>();
        var request = new ListObjectsV2Request
        {
            BucketName = StoreHost.Bucket,
            Prefix = prefix,
            Delimiter = delimiter,
            MaxKeys = limit,
            Encoding = EncodingType.Url,
        };
        ListObjectsV2Response page;
        do
        {
            page = await _store.S3.ListObjectsV2Async(request, Ct);
            found.AddRange(Entries(page.S3Objects, page.CommonPrefixes));
            request.ContinuationToken = page.NextContinuationToken;
        }
        while (page.IsTruncated == true && found.Count < 100);

        return found;
    }

    private async Task<List<string>> FirstAsync(string prefix, string delimiter, int limit)
    {
        var found = new List<string>();
        var request = new ListObjectsRequest
        {
            BucketName = StoreHost.Bucket,
            Prefix = prefix,
            Delimiter = delimiter,
            MaxKeys = limit,
            Encoding = EncodingType.Url,
        };
        ListObjectsResponse page;
        do
        {
            page = await _store.S3.ListObjectsAsync(request, Ct);
            found.AddRange(Entries(page.S3Objects, page.CommonPrefixes));
            request.Marker = page.NextMarker is { } next ? Uri.UnescapeDataString(next) : null;
        }
        while (page.IsTruncated == true && found.Count < 100);

        return found;
    }

    private static IEnumerable<string> Entries(List<S3Object>? objects, List<string>? prefixes) =>
        (objects ?? []).Select(entry => entry.Key).Concat((prefixes ?? []).Select(entry => entry + "…"))
            .Select(Uri.UnescapeDataString)
            .OrderBy(entry => Convert.ToHexString(Encoding.UTF8.GetBytes(entry)), StringComparer.Ordinal);
}

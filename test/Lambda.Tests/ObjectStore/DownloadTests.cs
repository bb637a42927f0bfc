using System.Net;
using Amazon.S3;
using Amazon.S3.Model;

namespace Lambda.Tests.ObjectStore;

public sealed class DownloadTests : IAsyncLifetime
{
    private static readonly byte[] Bytes = [.. Enumerable.Range(0, 100).Select(number => (byte)number)];

    private StoreHost _store = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = await StoreHost.StartAsync();
        await _store.StoreAsync("k", Bytes);
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Theory]
    [InlineData("bytes=0-9", 0, 10)]
    [InlineData("bytes=90-", 90, 10)]
    [InlineData("bytes=-10", 90, 10)]
    [InlineData("bytes=-1000", 0, 100)]
    [InlineData("bytes=95-2000", 95, 5)]
    [InlineData("bytes=99-99", 99, 1)]
    public async Task One_range_is_answered_with_that_part(string range, int from, int count)
    {
        using var answer = await GetAsync(request => request.Headers.TryAddWithoutValidation("range", range));

        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal(Bytes[from..(from + count)], await answer.Content.ReadAsByteArrayAsync(Ct));
        Assert.Equal($"bytes {from}-{from + count - 1}/100", answer.Content.Headers.ContentRange!.ToString());
    }

    [Theory]
    [InlineData("bytes=100-")]
    [InlineData("bytes=500-600")]
    [InlineData("bytes=-0")]
    public async Task A_range_behind_the_end_is_refused(string range)
    {
        using var answer = await GetAsync(request => request.Headers.TryAddWithoutValidation("range", range));

        Assert.Equal("bytes */100", answer.Content.Headers.ContentRange!.ToString());
        Assert.Equal(new Refusal(416, "InvalidRange"), await Refusal.OfAsync(answer));
    }

    [Theory]
    [InlineData("bytes=9-0")]
    [InlineData("bytes=0-1,5-6")]
    [InlineData("bytes=a-b")]
    [InlineData("bytes=-")]
    [InlineData("lines=0-1")]
    public async Task A_range_that_is_none_is_ignored(string range)
    {
        using var answer = await GetAsync(request => request.Headers.TryAddWithoutValidation("range", range));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(Bytes, await answer.Content.ReadAsByteArrayAsync(Ct));
    }

    [Fact]
    public async Task The_signer_of_a_link_decides_how_a_browser_takes_it()
    {
        var link = _store.DownloadLink("k", request =>
        {
            request.ResponseHeaderOverrides.ContentType = "image/heic";
            request.ResponseHeaderOverrides.ContentDisposition = "attachment; filename*=UTF-8''%C3%84.heic";
            request.ResponseHeaderOverrides.CacheControl = "private, max-age=3600, immutable";
        });

        using var answer = await _store.Http.GetAsync(new Uri(link), Ct);

        Assert.Equal("image/heic", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("attachment; filename*=UTF-8''%C3%84.heic", answer.Content.Headers.ContentDisposition!.ToString());
        Assert.Equal(TimeSpan.FromHours(1), answer.Headers.CacheControl!.MaxAge);
        Assert.Equal("nosniff", answer.Headers.GetValues("x-content-type-options").Single());
    }

    [Fact]
    public async Task Whoever_holds_a_link_cannot_change_how_it_is_taken()
    {
        using var answer = await _store.Http.GetAsync(
            new Uri(_store.DownloadLink("k") + "&response-content-type=text%2Fhtml"), Ct);

        Assert.Equal(new Refusal(403, "SignatureDoesNotMatch"), await Refusal.OfAsync(answer));
    }

    [Fact]
    public async Task A_line_break_cannot_be_signed_into_an_answer()
    {
        var link = _store.DownloadLink("k", request =>
            request.ResponseHeaderOverrides.ContentDisposition = "inline\r\nset-cookie: a=b");

        using var answer = await _store.Http.GetAsync(new Uri(link), Ct);

        Assert.Equal(new Refusal(400, "InvalidArgument"), await Refusal.OfAsync(answer));
    }

    [Fact]
    public async Task A_copy_that_is_still_fresh_is_not_sent_again()
    {
        using var first = await GetAsync(_ => { });
        var (tag, time) = (first.Headers.ETag!, first.Content.Headers.LastModified!);

        using var sameTag = await GetAsync(request => request.Headers.IfNoneMatch.Add(tag));
        using var sameTime = await GetAsync(request => request.Headers.IfModifiedSince = time);
        using var otherTag = await GetAsync(request => request.Headers.IfNoneMatch.Add(new("\"other\"")));
        using var wrongMatch = await GetAsync(request => request.Headers.IfMatch.Add(new("\"other\"")));
        using var rightMatch = await GetAsync(request => request.Headers.IfMatch.Add(tag));

        Assert.Equal(HttpStatusCode.NotModified, sameTag.StatusCode);
        Assert.Equal(HttpStatusCode.NotModified, sameTime.StatusCode);
        Assert.Equal(HttpStatusCode.OK, otherTag.StatusCode);
        Assert.Equal(new Refusal(412, "PreconditionFailed"), await Refusal.OfAsync(wrongMatch));
        Assert.Equal(HttpStatusCode.OK, rightMatch.StatusCode);
    }

    [Fact]
    public async Task What_is_deleted_is_gone_and_deleting_again_is_no_error()
    {
        await _store.S3.DeleteObjectAsync(StoreHost.Bucket, "k", Ct);
        await _store.S3.DeleteObjectAsync(StoreHost.Bucket, "k", Ct);

        var missing = await Assert.ThrowsAsync<NoSuchKeyException>(
            () => _store.S3.GetObjectAsync(StoreHost.Bucket, "k", Ct));
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.Empty(_store.Files());
    }

    [Fact]
    public async Task A_list_holds_every_key_of_a_prefix_once_in_order_page_by_page()
    {
        string[] keys =
        [
            "u/a/1", "u/a/10", "u/a/2", "u/a-b/1", "u/b", "u/ä/☕", "z", "u/a/" + new string('x', 300),
            "u/a/" + new string('x', 96), "u/a/" + new string('x', 97),
        ];
        foreach (var key in keys)
            await _store.StoreAsync(key, Bytes);

        foreach (var prefix in (string[])["", "u/", "u/a", "u/a/", "u/a/1", "u/a/xxx", "none", "u/ä/"])
        {
            var expected = keys.Append("k").Where(key => key.StartsWith(prefix, StringComparison.Ordinal))
                .OrderBy(key => Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(key)), StringComparer.Ordinal);

            Assert.Equal(expected, await ListAsync(prefix));
        }
    }

    [Fact]
    public async Task Other_buckets_and_other_operations_are_refused_by_name()
    {
        var bucket = await Assert.ThrowsAsync<AmazonS3Exception>(() => _store.S3.GetObjectAsync("other", "k", Ct));
        var policy = await Assert.ThrowsAsync<AmazonS3Exception>(() =>
            _store.S3.GetBucketPolicyAsync(StoreHost.Bucket, Ct));

        Assert.Equal("NoSuchBucket", bucket.ErrorCode);
        Assert.Equal("NotImplemented", policy.ErrorCode);
        Assert.Equal(StoreHost.Bucket, Assert.Single((await _store.S3.ListBucketsAsync(Ct)).Buckets).BucketName);
    }

    [Fact]
    public async Task A_damaged_file_is_told_in_S3s_words()
    {
        await _store.StoreAsync("broken", Bytes);
        var file = Assert.Single(_store.Files(), path => File.ReadAllText(path).Contains("broken", StringComparison.Ordinal));
        await File.WriteAllBytesAsync(file, [], Ct);

        using var answer = await _store.Http.GetAsync(_store.DownloadLink("broken"), Ct);

        Assert.Equal(new Refusal(500, "InternalError"), await Refusal.OfAsync(answer));
    }

    private async Task<List<string>> ListAsync(string prefix)
    {
        var found = new List<string>();
        var request = new ListObjectsV2Request { BucketName = StoreHost.Bucket, Prefix = prefix, MaxKeys = 3 };
        ListObjectsV2Response page;
        do
        {
            page = await _store.S3.ListObjectsV2Async(request, Ct);
            found.AddRange((page.S3Objects ?? []).Select(entry => entry.Key));
            Assert.All(page.S3Objects ?? [], entry => Assert.Equal(Bytes.Length, entry.Size));
            request.ContinuationToken = page.NextContinuationToken;
        }
        while (page.IsTruncated == true && found.Count < 100);

        return found;
    }

    private async Task<HttpResponseMessage> GetAsync(Action<HttpRequestMessage> change)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, _store.DownloadLink("k"));
        change(request);
        return await _store.Http.SendAsync(request, Ct);
    }
}

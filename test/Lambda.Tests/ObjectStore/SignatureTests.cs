using System.Net;
using Amazon.S3;

namespace Lambda.Tests.ObjectStore;

public sealed class SignatureTests : IAsyncLifetime
{
    private static readonly byte[] Bytes = [1, 2, 3];

    private StoreHost _store = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = await StoreHost.StartAsync();
        await _store.StoreAsync("k", Bytes);
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task A_request_without_signature_is_refused()
    {
        using var answer = await _store.Http.GetAsync(new Uri(_store.Address, "/pictures/k"), Ct);

        Assert.Equal("application/xml", answer.Content.Headers.ContentType!.MediaType);
        Assert.Matches("^[0-9A-F]{16}$", answer.Headers.GetValues("x-amz-request-id").Single());
        Assert.Equal(new Refusal(403, "AccessDenied"), await Refusal.OfAsync(answer));
    }

    [Fact]
    public async Task A_wrong_secret_is_refused_in_the_header_and_in_the_query()
    {
        using var stranger = _store.Client("another secret");
        var request = new Amazon.S3.Model.GetPreSignedUrlRequest
        {
            BucketName = StoreHost.Bucket,
            Key = "k",
            Protocol = Protocol.HTTP,
            Expires = TimeProvider.System.GetUtcNow().AddMinutes(1).UtcDateTime,
        };

        var byHeader = await Assert.ThrowsAsync<AmazonS3Exception>(
            () => stranger.GetObjectAsync(StoreHost.Bucket, "k", Ct));
        var byQuery = await GetAsync(stranger.GetPreSignedURL(request));

        Assert.Equal("SignatureDoesNotMatch", byHeader.ErrorCode);
        Assert.Equal(new Refusal(403, "SignatureDoesNotMatch"), byQuery);
    }

    [Fact]
    public async Task Every_changed_digit_of_a_signature_is_noticed()
    {
        var link = _store.DownloadLink("k");
        var start = link.IndexOf("X-Amz-Signature=", StringComparison.Ordinal) + "X-Amz-Signature=".Length;

        for (var at = start; at < start + 64; at++)
        {
            for (var bit = 0; bit < 4; bit++)
            {
                var digit = Convert.ToInt32(link[at].ToString(), 16) ^ (1 << bit);
                var tampered = $"{link[..at]}{digit:x}{link[(at + 1)..]}";

                Assert.Equal(new Refusal(403, "SignatureDoesNotMatch"), await GetAsync(tampered));
            }
        }

        Assert.Equal(new Refusal(403, "SignatureDoesNotMatch"), await GetAsync(link[..^1]));
        Assert.Equal(Refusal.None, await GetAsync(link));
    }

    [Theory]
    [InlineData("/pictures/k?", "/pictures/other?")]
    [InlineData("/pictures/k?", "/pictures//k?")]
    [InlineData("X-Amz-Expires=", "X-Amz-Expires=1")]
    [InlineData("eu-central-1", "us-east-1")]
    [InlineData("SignedHeaders=host", "SignedHeaders=host%3Brange")]
    public async Task A_link_changed_anywhere_is_refused(string from, string to)
    {
        var soon = _store.Clock.GetUtcNow().AddSeconds(90).UtcDateTime;
        var link = _store.DownloadLink("k", request => request.Expires = soon)
            .Replace(from, to, StringComparison.Ordinal);

        Assert.Equal(new Refusal(403, "SignatureDoesNotMatch"), await GetAsync(link));
    }

    [Fact]
    public async Task A_link_for_reading_does_not_write()
    {
        using var content = new ByteArrayContent(Bytes);
        using var put = await _store.Http.PutAsync(new Uri(_store.DownloadLink("k")), content, Ct);
        using var delete = await _store.Http.DeleteAsync(new Uri(_store.DownloadLink("k")), Ct);

        Assert.Equal(new Refusal(403, "SignatureDoesNotMatch"), await Refusal.OfAsync(put));
        Assert.Equal(new Refusal(403, "SignatureDoesNotMatch"), await Refusal.OfAsync(delete));
    }

    [Fact]
    public async Task A_link_dies_when_it_says_so()
    {
        var link = _store.DownloadLink("k");

        _store.Clock.Move(TimeSpan.FromMinutes(9));
        Assert.Equal(Refusal.None, await GetAsync(link));

        _store.Clock.Move(TimeSpan.FromMinutes(1.1));
        Assert.Equal(new Refusal(403, "AccessDenied"), await GetAsync(link));
    }

    [Fact]
    public async Task A_link_of_tomorrow_or_of_more_than_a_week_is_refused()
    {
        var early = _store.DownloadLink("k");
        _store.Clock.Move(TimeSpan.FromMinutes(-16));
        Assert.Equal(new Refusal(403, "AccessDenied"), await GetAsync(early));

        _store.Clock.Move(TimeSpan.FromMinutes(16));
        var long_ = early.Replace("X-Amz-Expires=", "X-Amz-Expires=604801&x=", StringComparison.Ordinal);
        Assert.Equal(new Refusal(400, "AuthorizationQueryParametersError"), await GetAsync(long_));
    }

    [Theory]
    [InlineData(-16)]
    [InlineData(16)]
    public async Task A_signed_header_is_good_for_a_quarter_of_an_hour(int minutes)
    {
        _store.Clock.Move(TimeSpan.FromMinutes(minutes));

        var refused = await Assert.ThrowsAsync<AmazonS3Exception>(
            () => _store.S3.GetObjectAsync(StoreHost.Bucket, "k", Ct));

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal("RequestTimeTooSkewed", refused.ErrorCode);
    }

    [Fact]
    public async Task Another_access_key_is_unknown()
    {
        var link = _store.DownloadLink("k").Replace("TESTKEY", "NOBODY", StringComparison.Ordinal);

        Assert.Equal(new Refusal(403, "InvalidAccessKeyId"), await GetAsync(link));
    }

    [Fact]
    public async Task Nobody_here_has_a_temporary_key()
    {
        using var temporary = new AmazonS3Client(
            new Amazon.Runtime.SessionAWSCredentials(
                _store.Credentials.AccessKey, _store.Credentials.SecretKey, "a token"),
            new AmazonS3Config { ServiceURL = _store.Address.ToString(), ForcePathStyle = true });

        var refused = await Assert.ThrowsAsync<AmazonS3Exception>(
            () => temporary.GetObjectAsync(StoreHost.Bucket, "k", Ct));

        Assert.Equal("InvalidToken", refused.ErrorCode);
    }

    [Fact]
    public async Task A_link_may_bear_the_hash_of_what_it_is_for()
    {
        var link = _store.DownloadLink("k", request => request.Parameters["X-Amz-Content-Sha256"] = "UNSIGNED-PAYLOAD");

        Assert.Equal(Refusal.None, await GetAsync(link));
        Assert.Equal(
            new Refusal(403, "SignatureDoesNotMatch"),
            await GetAsync(link.Replace("=UNSIGNED-PAYLOAD", "=" + SignedByHand.Hash([]), StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Two_signatures_are_one_too_many()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, _store.DownloadLink("k"));
        request.Headers.TryAddWithoutValidation("authorization", "AWS4-HMAC-SHA256 Credential=a");
        using var answer = await _store.Http.SendAsync(request, Ct);

        Assert.Equal(new Refusal(400, "InvalidArgument"), await Refusal.OfAsync(answer));
    }

    [Theory]
    [InlineData("Basic YTpi")]
    [InlineData("AWS4-HMAC-SHA256")]
    [InlineData("AWS4-HMAC-SHA256 Credential=a,Credential=b")]
    [InlineData("AWS4-HMAC-SHA256 Credential=a/20260101/r/s3/aws4_request, SignedHeaders=host")]
    [InlineData("AWS4-HMAC-SHA256 Credential=TESTKEY/20260101/r/ec2/aws4_request, SignedHeaders=host, Signature=0")]
    public async Task An_authorization_header_that_cannot_be_read_is_refused(string authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_store.Address, "/pictures/k"));
        request.Headers.TryAddWithoutValidation("authorization", authorization);
        using var answer = await _store.Http.SendAsync(request, Ct);

        Assert.Equal(new Refusal(400, "AuthorizationHeaderMalformed"), await Refusal.OfAsync(answer));
    }

    [Theory]
    [InlineData("AWS TESTKEY:c2lnbmF0dXJl", "")]
    [InlineData(null, "?AWSAccessKeyId=TESTKEY&Signature=c2lnbmF0dXJl&Expires=1900000000")]
    public async Task A_signature_of_version_2_is_refused_with_the_name_of_the_one_that_is_not(string? header, string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_store.Address, $"/pictures/k{query}"));
        if (header is not null)
            request.Headers.TryAddWithoutValidation("authorization", header);
        using var answer = await _store.Http.SendAsync(request, Ct);

        Assert.Contains("use AWS4-HMAC-SHA256", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal(new Refusal(400, "InvalidRequest"), await Refusal.OfAsync(answer));
    }

    [Fact]
    public async Task A_signature_worked_out_by_hand_is_accepted()
    {
        using var answer = await SendByHandAsync(HttpMethod.Get, [], []);

        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal("image/png", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_key_of_yesterday_signs_nothing_today()
    {
        using var answer = await SendByHandAsync(HttpMethod.Get, [], [], keyDay: _store.Clock.GetUtcNow().AddDays(-1));

        Assert.Equal(new Refusal(403, "SignatureDoesNotMatch"), await Refusal.OfAsync(answer));
    }

    [Fact]
    public async Task The_hash_in_a_signature_must_be_that_of_the_body()
    {
        using var honest = await SendByHandAsync(HttpMethod.Put, Bytes, Bytes);
        using var lying = await SendByHandAsync(HttpMethod.Put, Bytes, [3, 2, 1]);

        Assert.Equal(Refusal.None, await Refusal.OfAsync(honest));
        Assert.Equal(new Refusal(400, "XAmzContentSHA256Mismatch"), await Refusal.OfAsync(lying));
        Assert.Equal(Refusal.None, await GetAsync(_store.DownloadLink("k")));
    }

    private async Task<HttpResponseMessage> SendByHandAsync(
        HttpMethod method, byte[] signedBody, byte[] sentBody, DateTimeOffset? keyDay = null)
    {
        var now = _store.Clock.GetUtcNow();
        var address = new Uri(_store.Address, method == HttpMethod.Get
            ? "/pictures/k?response-content-type=image%2Fpng"
            : "/pictures/k");
        var signed = new SignedByHand(
            method, address, SignedByHand.Hash(signedBody), now, keyDay, ("range", "bytes=0-1"));
        using var request = signed.Request;
        if (method == HttpMethod.Put)
            request.Content = new ByteArrayContent(sentBody);
        return await _store.Http.SendAsync(request, Ct);
    }

    private async Task<Refusal> GetAsync(string link)
    {
        using var answer = await _store.Http.GetAsync(new Uri(link), Ct);
        return await Refusal.OfAsync(answer);
    }
}

using Lambda.Local.ObjectStore;
using Lambda.Local.ObjectStore.Signing;
using Microsoft.AspNetCore.Http;

namespace Lambda.Tests.ObjectStore;

/// <summary>The worked examples of Amazon S3's API reference, with the example key pair printed there.</summary>
public sealed class PublishedSignatureTests
{
    private const string EmptyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private const string Credential = "AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request";

    private static readonly DateTimeOffset Noted = new(2013, 5, 24, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("/test.txt", "range=bytes=0-9", "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41")]
    [InlineData("/?lifecycle", "", "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543")]
    [InlineData("/?max-keys=2&prefix=J", "", "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7")]
    public void A_published_signature_in_the_header_is_accepted(string target, string header, string signature)
    {
        var request = Request();
        request.Headers["x-amz-date"] = "20130524T000000Z";
        request.Headers["x-amz-content-sha256"] = EmptyHash;
        var signed = "host;x-amz-content-sha256;x-amz-date";
        if (header.Split('=', 2) is [var name, var value])
        {
            request.Headers[name] = value;
            signed = $"host;{name};x-amz-content-sha256;x-amz-date";
        }

        request.Headers.Authorization =
            $"AWS4-HMAC-SHA256 Credential={Credential},SignedHeaders={signed},Signature={signature}";

        Assert.Null(Examine(request, target));
    }

    [Fact]
    public void A_published_link_is_accepted_for_its_day_and_no_longer()
    {
        var target =
            $"/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential={Uri.EscapeDataString(Credential)}"
            + "&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host"
            + "&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404";

        Assert.Null(Examine(Request(), target));
        Assert.Null(Examine(Request(), target, Noted.AddSeconds(86_399)));
        Assert.Equal("AccessDenied", Examine(Request(), target, Noted.AddSeconds(86_400))?.Code);
    }

    private static HttpRequest Request()
    {
        var request = new DefaultHttpContext().Request;
        request.Method = "GET";
        request.Headers.Host = "examplebucket.s3.amazonaws.com";
        return request;
    }

    private static S3Error? Examine(HttpRequest request, string rawTarget, DateTimeOffset? now = null)
    {
        var credentials = new ObjectStoreCredentials(
            "AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
        Assert.Null(RequestTarget.Read(rawTarget, out var target));
        return new SignatureCheck(credentials, HandClock.StoppedAt(now ?? Noted)).Examine(request, target, out _);
    }
}

using System.Globalization;
using Amazon;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Photos.Aws;
using Photos.Library;

namespace Photos.Tests.Stores;

/// <summary>The SDK signs links of this moment, and is right: ours of the same moment have to be the same.</summary>
public sealed class LinkSignerTests
{
    private static readonly ImageKey Key = ImageKey.Stored("u/0f8fad5b-d9cb-469f-a165-70867728950e/01J9Z3/0a1b2c");

    public static TheoryData<bool, bool> Places => new() { { true, true }, { true, false }, { false, true }, { false, false } };

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_link_to_read_is_what_the_SDK_makes(bool isLocal, bool hasToken)
    {
        using var s3 = Client(isLocal, hasToken);
        var request = new GetPreSignedUrlRequest
        {
            BucketName = "photos", Key = Key.Text, Verb = HttpVerb.GET, Protocol = isLocal ? Protocol.HTTP : Protocol.HTTPS,
            Expires = TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(1),
        };
        request.ResponseHeaderOverrides.ContentDisposition = "attachment; filename*=UTF-8''F%C3%B8r%20%26.jpg";
        request.ResponseHeaderOverrides.ContentType = "image/jpeg";
        var theirs = new Uri(await s3.GetPreSignedURLAsync(request));

        var ours = await new LinkSigner(s3, "photos").SignAsync(
            "GET",
            Key,
            new Dictionary<string, string>(),
            new Dictionary<string, string>
            {
                ["response-content-disposition"] = request.ResponseHeaderOverrides.ContentDisposition,
                ["response-content-type"] = request.ResponseHeaderOverrides.ContentType,
            },
            LifeOf(theirs));

        AssertSame(theirs, ours);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_link_to_write_is_what_the_SDK_makes(bool isLocal, bool hasToken)
    {
        using var s3 = Client(isLocal, hasToken);
        var headers = new Dictionary<string, string>
        {
            ["content-length"] = "7", ["content-type"] = "image/jpeg", ["if-none-match"] = "*",
            ["x-amz-checksum-sha256"] = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", ["x-amz-tagging"] = "state=pending",
        };
        var request = new GetPreSignedUrlRequest
        {
            BucketName = "photos", Key = Key.Text, Verb = HttpVerb.PUT, Protocol = isLocal ? Protocol.HTTP : Protocol.HTTPS,
            Expires = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(10), ContentType = "image/jpeg",
        };
        request.Headers.ContentLength = 7;
        foreach (var (name, value) in headers.Where(header => header.Key != "content-length"))
            request.Headers[name] = value;
        var theirs = new Uri(await s3.GetPreSignedURLAsync(request));

        var ours = await new LinkSigner(s3, "photos").SignAsync(
            "PUT", Key, headers, new Dictionary<string, string>(), LifeOf(theirs));

        AssertSame(theirs, ours);
    }

    private static AmazonS3Client Client(bool isLocal, bool hasToken)
    {
        var config = isLocal
            ? new AmazonS3Config { ServiceURL = "http://localhost:5082/", ForcePathStyle = true, AuthenticationRegion = "local" }
            : new AmazonS3Config { RegionEndpoint = RegionEndpoint.EUCentral1 };
        config.DefaultAWSCredentials = hasToken
            ? new SessionAWSCredentials("ASIAEXAMPLE", "a secret", "a token/with=signs+")
            : new BasicAWSCredentials("AKIAEXAMPLE", "a secret");
        return new AmazonS3Client(config);
    }

    private static LinkLife LifeOf(Uri link)
    {
        var query = QueryOf(link);
        var from = DateTimeOffset.ParseExact(
            query["X-Amz-Date"], "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        return new LinkLife(
            from, from.AddSeconds(int.Parse(query["X-Amz-Expires"], CultureInfo.InvariantCulture)));
    }

    private static void AssertSame(Uri expected, Uri actual)
    {
        Assert.Equal(expected.GetLeftPart(UriPartial.Path), actual.GetLeftPart(UriPartial.Path));
        Assert.Equal(QueryOf(expected), QueryOf(actual));
    }

    private static SortedDictionary<string, string> QueryOf(Uri link) => new(
        link.Query.TrimStart('?').Split('&').Select(pair => pair.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1])),
        StringComparer.Ordinal);
}

using System.Text;

namespace Lambda.Tests.ObjectStore;

/// <summary>Requests that are signed as they should be, and otherwise nonsense.</summary>
public sealed class OddRequestTests : IAsyncLifetime
{
    private static readonly string[] Methods = ["GET", "HEAD", "PUT", "POST", "DELETE", "PATCH"];

    private static readonly string[] Paths =
        ["/", "/pictures", "/pictures/", "/pictures/k", "/pictures/new", "/pictures//", "/other/k", "/pictures/k%0A"];

    private static readonly string[] Parameters =
    [
        "acl", "uploads", "uploadId", "partNumber", "tagging", "delete", "location", "list-type", "prefix", "delimiter",
        "max-keys", "max-parts", "max-uploads", "marker", "key-marker", "upload-id-marker", "start-after",
        "continuation-token", "encoding-type", "part-number-marker", "response-content-type", "versionId",
    ];

    private static readonly string[] Headers =
    [
        "range", "if-match", "if-none-match", "if-modified-since", "x-amz-copy-source", "x-amz-copy-source-range",
        "x-amz-copy-source-if-match", "x-amz-metadata-directive", "x-amz-tagging", "x-amz-meta-a", "x-amz-acl",
        "x-amz-checksum-crc32", "x-amz-checksum-algorithm", "x-amz-checksum-type", "x-amz-sdk-checksum-algorithm",
        "x-amz-decoded-content-length", "x-amz-trailer", "x-amz-mp-object-size", "x-amz-storage-class",
        "x-amz-checksum-mode",
    ];

    private static readonly string[] Values =
    [
        "", "0", "1", "2", "-1", "10001", "99999999999999999999", "*", "\"a\"", "a=b", "a=%zz", "%", "url", "/", "é☕",
        "bytes=0-", "bytes=-0", "bytes=5-1", "/pictures/k", "pictures/k?versionId=1", "CRC32", "COMPOSITE", "REPLACE",
        "AAAAAA==", "x-amz-checksum-crc32", "ENABLED", "STANDARD", "a\tb", "6b7a", "6b7",
    ];

    private static readonly string[] Hashes =
    [
        "UNSIGNED-PAYLOAD", SignedByHand.SignedChunks, SignedByHand.SignedChunksAndTrailer, SignedByHand.Trailer,
        "STREAMING-", "0",
    ];

    private static readonly string[] Bodies =
        ["", "<", "<Tagging/>", "<Delete/>", "<CompleteMultipartUpload/>", "0\r\n\r\n", "1\r\na\r\n0\r\n\r\n"];

    private StoreHost _store = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = await StoreHost.StartAsync();
        await _store.StoreAsync("k", [1, 2, 3]);
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task None_of_two_thousand_meets_a_fault()
    {
        var random = new Random(20_261_121);
        var upload = await _store.S3.InitiateMultipartUploadAsync(StoreHost.Bucket, "k", Ct);
        string[] values = [.. Values, upload.UploadId];
        var answers = new SortedDictionary<int, int>();

        for (var turn = 0; turn < 2_000; turn++)
        {
            using var request = Odd(random, values);
            using var answer = await _store.Http.SendAsync(request, Ct);

            var status = (int)answer.StatusCode;
            answers[status] = answers.GetValueOrDefault(status) + 1;
            Assert.True(status is < 500 or 501, $"{request} answered {status}");
        }

        // Odd, but not so odd that everything is refused for one reason.
        Assert.Superset(new SortedSet<int> { 200, 204, 400, 404, 405, 501 }, new SortedSet<int>(answers.Keys));
    }

    private HttpRequestMessage Odd(Random random, string[] values)
    {
        string Pick(string[] from) => from[random.Next(from.Length)];
        var query = string.Join('&', Parameters.OrderBy(_ => random.Next()).Take(random.Next(3))
            .Select(name => $"{name}={Uri.EscapeDataString(Pick(values))}"));
        var headers = Headers.OrderBy(_ => random.Next()).Take(random.Next(3))
            .Select(name => (name, Value: Pick(values)))
            .Where(header => header.Value.All(char.IsAscii) && header.Value is not ("" or "a\tb"))
            .ToArray();
        var body = Encoding.UTF8.GetBytes(Pick(Bodies));
        var hash = random.Next(2) == 0 ? SignedByHand.Hash(body) : Pick(Hashes);

        var address = new Uri(_store.Address, $"{Pick(Paths)}?{query}");
        var method = new HttpMethod(Pick(Methods));
        var request = new SignedByHand(method, address, hash, _store.Clock.GetUtcNow(), null, headers).Request;
        request.Content = new ByteArrayContent(body);
        return request;
    }
}

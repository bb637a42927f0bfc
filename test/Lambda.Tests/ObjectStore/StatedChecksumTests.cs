using System.Text;

namespace Lambda.Tests.ObjectStore;

public sealed class StatedChecksumTests : IAsyncLifetime
{
    private static readonly byte[] Bytes = Encoding.ASCII.GetBytes("123456789");

    private StoreHost _store = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _store = await StoreHost.StartAsync();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Theory]
    [InlineData("crc32", "cbf43926")]
    [InlineData("crc32c", "e3069283")]
    [InlineData("crc64nvme", "ae8b14860a799888")]
    [InlineData("sha1", "f7c3bc1d808e04732adf679965ccc34ca7ae3441")]
    [InlineData("sha256", "15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225")]
    public async Task A_checksum_in_a_header_is_verified_kept_and_read_back(string name, string hex)
    {
        var value = Convert.FromHexString(hex);
        var header = $"x-amz-checksum-{name}";

        var good = await PutAsync((header, Convert.ToBase64String(value)));
        using var head = new SignedByHand(
            HttpMethod.Head,
            new Uri(_store.Address, "/pictures/k"),
            SignedByHand.Hash([]),
            _store.Clock.GetUtcNow(),
            null,
            ("x-amz-checksum-mode", "ENABLED")).Request;
        using var read = await _store.Http.SendAsync(head, Ct);
        value[0] ^= 1;
        var wrong = await PutAsync((header, Convert.ToBase64String(value)));
        var tooShort = await PutAsync((header, Convert.ToBase64String(value[1..])));

        Assert.Equal(Refusal.None, good);
        Assert.Equal(hex, Convert.ToHexStringLower(Convert.FromBase64String(read.Headers.GetValues(header).Single())));
        Assert.Equal(new Refusal(400, "BadDigest"), wrong);
        Assert.Equal(new Refusal(400, "InvalidRequest"), tooShort);
    }

    [Fact]
    public async Task An_object_without_a_stated_checksum_bears_the_one_that_S3_would_give_it()
    {
        using var request = Signed().Request;
        request.Content = new ByteArrayContent(Bytes);
        using var answer = await _store.Http.SendAsync(request, Ct);

        Assert.Equal("rosUhgp5mIg=", answer.Headers.GetValues("x-amz-checksum-crc64nvme").Single());
    }

    [Theory]
    [InlineData("JfnnlDI7RTiF9RgfG2JNCw==", 200, "")]
    [InlineData("JfnnlDI7RTiF9RgfG2JNCg==", 400, "BadDigest")]
    [InlineData("JfnnlDI7RTiF9RgfG2JN", 400, "InvalidDigest")]
    [InlineData("nonsense", 400, "InvalidDigest")]
    public async Task Content_md5_is_that_of_the_bytes(string md5, int status, string code)
    {
        using var request = Signed().Request;
        request.Content = new ByteArrayContent(Bytes);
        request.Content.Headers.TryAddWithoutValidation("content-md5", md5);
        using var answer = await _store.Http.SendAsync(request, Ct);

        Assert.Equal(new Refusal(status, code), await Refusal.OfAsync(answer));
    }

    [Fact]
    public async Task A_statement_that_is_none_is_refused()
    {
        var invalid = new Refusal(400, "InvalidRequest");

        Assert.Equal(invalid, await PutAsync(
            ("x-amz-checksum-crc32", "y/Q5Jg=="), ("x-amz-checksum-crc32c", "4waSgw==")));
        Assert.Equal(invalid, await PutAsync(("x-amz-checksum-md5", "AAAA")));
        Assert.Equal(invalid, await PutAsync(("x-amz-sdk-checksum-algorithm", "CRC32")));
        Assert.Equal(invalid, await PutAsync(
            ("x-amz-sdk-checksum-algorithm", "SHA1"), ("x-amz-checksum-crc32", "y/Q5Jg==")));
        Assert.Equal(invalid, await PutAsync(("x-amz-trailer", "x-amz-checksum-crc32")));
        Assert.Empty(_store.Files());
    }

    private SignedByHand Signed(params (string Name, string Value)[] headers) => new(
        HttpMethod.Put,
        new Uri(_store.Address, "/pictures/k"),
        SignedByHand.Hash(Bytes),
        _store.Clock.GetUtcNow(),
        null,
        headers);

    private async Task<Refusal> PutAsync(params (string Name, string Value)[] headers)
    {
        using var request = Signed(headers).Request;
        request.Content = new ByteArrayContent(Bytes);
        using var answer = await _store.Http.SendAsync(request, Ct);
        return await Refusal.OfAsync(answer);
    }
}

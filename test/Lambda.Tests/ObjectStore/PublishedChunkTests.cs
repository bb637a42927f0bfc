using System.IO.Pipelines;
using System.Text;
using Lambda.Local.ObjectStore;
using Lambda.Local.ObjectStore.Payloads;
using Lambda.Local.ObjectStore.Signing;

namespace Lambda.Tests.ObjectStore;

/// <summary>The worked examples of bodies in chunks in Amazon S3's API reference: 66,560 times the letter a.</summary>
public sealed class PublishedChunkTests
{
    private const string Secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(
        "4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9",
        "ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648",
        "0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497",
        "b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9",
        "")]
    [InlineData(
        "106e2a8a18243abcf37539882f36619c00e2dfc72633413f02d3b74544bfeb8e",
        "b474d8862b1487a5145d686f57f013e54db672cee1c953b3010fb58501ef5aa2",
        "1c1344b170168f8e65b41376b44b20fe354e373826ccbbe2c1d40a8cae51e5c7",
        "2ca2aba2005185cf7159c6277faf83795951dd77a3a99e6e65d5c9f85863f992",
        "x-amz-checksum-crc32c:sOO8/Q==\n\r\n"
            + "x-amz-trailer-signature:d81f82fc3505edab99d459891051a732e8730629a2e4a59689829ca17fe2e435\r\n")]
    public async Task A_published_body_is_accepted(string seed, string first, string second, string last, string trailer)
    {
        var (large, small) = (new string('a', 65_536), new string('a', 1024));
        var text = $"10000;chunk-signature={first}\r\n{large}\r\n400;chunk-signature={second}\r\n{small}\r\n"
            + $"0;chunk-signature={last}\r\n{trailer}\r\n";
        var signer = new Signer(
            Secret, new SigningScope("20130524", "us-east-1"), new DateTimeOffset(2013, 5, 24, 0, 0, 0, TimeSpan.Zero));
        using var signatures = new ChunkSignatures(signer, seed);
        var kind = new PayloadKind(InChunks: true, SignedChunks: true, Trailers: trailer is not "", null);
        var body = new ChunkedBody(
            PipeReader.Create(new MemoryStream(Encoding.ASCII.GetBytes(text))), kind, signatures, 66_560);

        var read = new MemoryStream();
        var buffer = new byte[1000];
        int count;
        while ((count = await body.ReadAsync(buffer, Ct)) > 0)
            read.Write(buffer, 0, count);

        Assert.Null(body.Refusal);
        Assert.Equal(large + small, Encoding.ASCII.GetString(read.ToArray()));
        Assert.Equal(trailer is "" ? null : "sOO8/Q==", body.Trailers["x-amz-checksum-crc32c"]);
    }

    [Fact]
    public async Task A_line_without_end_fills_no_memory()
    {
        var endless = new Endless();
        var kind = new PayloadKind(InChunks: true, SignedChunks: false, Trailers: true, null);
        var body = new ChunkedBody(PipeReader.Create(endless), kind, null, 66_560);

        Assert.Equal(0, await body.ReadAsync(new byte[1000], Ct));
        Assert.Equal(S3Error.IncompleteBody, body.Refusal);
        Assert.InRange(endless.Given, 1, 16_384);
    }

    private sealed class Endless : MemoryStream
    {
        public int Given { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            buffer.Span.Fill((byte)'0');
            Given += buffer.Length;
            return ValueTask.FromResult(Given < 1_000_000 ? buffer.Length : 0);
        }
    }
}

using System.Net;
using Lambda.Tests.Fuzzing;

namespace Lambda.Tests.ObjectStore;

/// <summary>Bytes flow to the disk and back: however many there are, memory holds a few of them.</summary>
[Collection(nameof(Alone))]
public sealed class LargeUploadTests : IAsyncLifetime
{
    private const long Size = 256L << 20;
    private const long MaxAllocated = 32L << 20;

    private StoreHost _store = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _store = await StoreHost.StartAsync();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task A_quarter_of_a_gigabyte_takes_no_more_memory_than_a_small_file()
    {
        await _store.StoreAsync("first", new byte[100_000]);
        var before = GC.GetTotalAllocatedBytes();

        var address = new Uri(_store.Address, "/pictures/large");
        using var put = new SignedByHand(
            HttpMethod.Put, address, "UNSIGNED-PAYLOAD", _store.Clock.GetUtcNow()).Request;
        put.Content = new Endless(Size);
        using var stored = await _store.Http.SendAsync(put, Ct);
        var read = await ReadAsync(_store.DownloadLink("large"));

        Assert.Equal(HttpStatusCode.OK, stored.StatusCode);
        Assert.Equal(Size, read);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, MaxAllocated);
    }

    private async Task<long> ReadAsync(string link)
    {
        await using var body = await _store.Http.GetStreamAsync(link, Ct);
        var buffer = new byte[128 * 1024];
        var total = 0L;
        while (await body.ReadAsync(buffer, Ct) is var count and > 0)
            total += count;
        return total;
    }

    /// <summary>As many bytes as are said, of which only the same few exist.</summary>
    private sealed class Endless(long size) : HttpContent
    {
        private readonly byte[] _bytes = new byte[128 * 1024];

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            for (var left = size; left > 0; left -= _bytes.Length)
                await stream.WriteAsync(_bytes.AsMemory(0, (int)Math.Min(left, _bytes.Length)), Ct);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = size;
            return true;
        }
    }
}

using Lambda.Local.ObjectStore.Checksums;

namespace Lambda.Local.ObjectStore.Files;

/// <summary>An object on its way in: a file without a key, which vanishes when disposed unless it was moved.</summary>
internal sealed class IncomingObject(FileStream file, RunningDigests digests) : IAsyncDisposable
{
    public string Path => file.Name;

    public async ValueTask AppendAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        digests.Append(bytes.Span);
        await file.WriteAsync(bytes, ct);
    }

    /// <summary>What was appended; once, at the end.</summary>
    public Digests Finish() => digests.Finish();

    /// <summary>Writes the facts behind the bytes and waits until both are on the disk.</summary>
    public async Task SealAsync(ObjectFacts facts, CancellationToken ct)
    {
        await file.WriteAsync(ObjectFile.Trailer(facts), ct);
        file.Flush(flushToDisk: true);
        await file.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        digests.Dispose();
        await file.DisposeAsync();
        File.Delete(Path);
    }
}

using System.Buffers;
using System.Security.Cryptography;
using Lambda.Local.Disk;

namespace Lambda.Local.ObjectStore.Files;

/// <summary>An object on its way in: a file that has no key yet.</summary>
internal sealed class IncomingObject(string path) : IAsyncDisposable
{
    private const int BufferSize = 128 * 1024;

    private readonly FileStream _file = new(path, OwnerOnly.NewFile());

    public string Path { get; } = path;

    /// <summary>Copies the body piece by piece; memory stays flat however long it is.</summary>
    public async Task<Digests> FillAsync(Stream body, CancellationToken ct)
    {
        using var sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            int read;
            while ((read = await body.ReadAsync(buffer, ct)) > 0)
            {
                sha256.AppendData(buffer, 0, read);
                md5.AppendData(buffer, 0, read);
                await _file.WriteAsync(buffer.AsMemory(0, read), ct);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return new Digests(_file.Position, sha256.GetHashAndReset(), md5.GetHashAndReset());
    }

    /// <summary>Writes the facts behind the bytes and waits until both are on the disk.</summary>
    public async Task SealAsync(ObjectFacts facts, CancellationToken ct)
    {
        await _file.WriteAsync(ObjectFile.Trailer(facts), ct);
        _file.Flush(flushToDisk: true);
        await _file.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _file.DisposeAsync();
        File.Delete(Path);
    }
}

/// <summary>What the bytes turned out to be.</summary>
internal sealed record Digests(long Length, byte[] Sha256, byte[] Md5);

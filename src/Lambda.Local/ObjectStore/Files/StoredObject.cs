using System.Buffers;
using Lambda.Local.ObjectStore.Checksums;
using Microsoft.Win32.SafeHandles;

namespace Lambda.Local.ObjectStore.Files;

/// <summary>An object held open: it stays readable even when it is removed meanwhile.</summary>
internal sealed class StoredObject : IDisposable
{
    private readonly SafeFileHandle _file;

    private StoredObject(SafeFileHandle file, ObjectFacts facts) => (_file, Facts) = (file, facts);

    public ObjectFacts Facts { get; }

    /// <exception cref="InvalidDataException">The file is damaged, or is another object's.</exception>
    public static StoredObject Open(string path, string key)
    {
        var file = File.OpenHandle(path, options: FileOptions.Asynchronous, share: FileShare.Read | FileShare.Delete);
        try
        {
            var facts = ObjectFile.ReadFacts(file, path);
            return facts.Key == key
                ? new StoredObject(file, TagFile.WithTags(facts, path))
                : throw new InvalidDataException($"{path} holds an object of another key; put it back or delete it.");
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public Task CopyAllToAsync(BytesSink target, CancellationToken ct) => CopyToAsync(target, 0, Facts.Length, ct);

    /// <summary>
    /// Copies one range of the bytes, never what lies behind them in the file, and never a byte that is no longer what
    /// was stored.
    /// </summary>
    /// <exception cref="InvalidDataException">A block is damaged; what came before it was copied.</exception>
    public async Task CopyToAsync(BytesSink target, long from, long count, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(from + count, Facts.Length);
        var buffer = ArrayPool<byte>.Shared.Rent(BlockDigests.BlockSize);
        try
        {
            for (var end = from + count; from < end;)
            {
                var index = from / BlockDigests.BlockSize;
                var block = await ReadBlockAsync(buffer, index, ct);

                var skipped = (int)(from % BlockDigests.BlockSize);
                var wanted = (int)Math.Min(end - from, block.Length - skipped);
                await target(block.Slice(skipped, wanted), ct);
                from += wanted;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public void Dispose() => _file.Dispose();

    private async Task<ReadOnlyMemory<byte>> ReadBlockAsync(byte[] buffer, long index, CancellationToken ct)
    {
        var start = index * BlockDigests.BlockSize;
        var block = buffer.AsMemory(0, (int)Math.Min(BlockDigests.BlockSize, Facts.Length - start));
        for (var read = 0; read < block.Length;)
        {
            var more = await RandomAccess.ReadAsync(_file, block[read..], start + read, ct);
            read += more > 0 ? more : throw Damaged();
        }

        return BlockDigests.Match(Facts.Blocks, index, block.Span) ? block : throw Damaged();
    }

    private InvalidDataException Damaged() =>
        new($"The bytes of '{Facts.Key}' are no longer those that were stored; restore the object or delete it.");
}

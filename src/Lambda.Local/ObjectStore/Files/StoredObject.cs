using System.Buffers;
using Microsoft.Win32.SafeHandles;

namespace Lambda.Local.ObjectStore.Files;

/// <summary>An object held open: it stays readable even when it is removed meanwhile.</summary>
internal sealed class StoredObject : IDisposable
{
    private const int BufferSize = 128 * 1024;

    private readonly SafeFileHandle _file;

    private StoredObject(SafeFileHandle file, ObjectFacts facts) => (_file, Facts) = (file, facts);

    public ObjectFacts Facts { get; }

    public static StoredObject Open(string path, string key)
    {
        var file = File.OpenHandle(path, options: FileOptions.Asynchronous, share: FileShare.Read | FileShare.Delete);
        try
        {
            var facts = ObjectFile.ReadFacts(file, path);
            return facts.Key == key
                ? new StoredObject(file, facts)
                : throw new InvalidDataException($"{path} holds an object of another key; put it back or delete it.");
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Copies one range of the bytes, never what lies behind them in the file.</summary>
    public async Task CopyToAsync(Stream target, long from, long count, CancellationToken ct)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            while (count > 0)
            {
                var piece = buffer.AsMemory(0, (int)Math.Min(count, buffer.Length));
                var read = await RandomAccess.ReadAsync(_file, piece, from, ct);
                if (read == 0)
                    throw new InvalidDataException($"The file of '{Facts.Key}' was cut while it was read.");

                await target.WriteAsync(piece[..read], ct);
                (from, count) = (from + read, count - read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public void Dispose() => _file.Dispose();
}

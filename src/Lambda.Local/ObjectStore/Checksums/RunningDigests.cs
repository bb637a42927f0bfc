using System.Security.Cryptography;

namespace Lambda.Local.ObjectStore.Checksums;

/// <summary>Everything that is computed of bytes on their way in, at once.</summary>
/// <param name="isJoined">
/// Whether the bytes are of parts that came before: their tags and hashes were taken then, which is most of the work.
/// </param>
internal sealed class RunningDigests(ChecksumAlgorithm algorithm, bool isJoined = false) : IDisposable
{
    private readonly IncrementalHash? _md5 = isJoined ? null : IncrementalHash.CreateHash(HashAlgorithmName.MD5);
    private readonly IncrementalHash? _sha256 = isJoined ? null : IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly RunningChecksum? _other =
        algorithm == ChecksumAlgorithm.Sha256 && !isJoined ? null : algorithm.Start();
    private readonly BlockDigests _blocks = new();

    private long _length;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        _md5?.AppendData(bytes);
        _sha256?.AppendData(bytes);
        _other?.Append(bytes);
        _blocks.Append(bytes);
        _length += bytes.Length;
    }

    public Digests Finish()
    {
        var sha256 = _sha256?.GetHashAndReset() ?? [];
        var checksum = Checksum.Of(algorithm, _other?.Finish() ?? sha256);
        return new Digests(_length, _md5?.GetHashAndReset() ?? [], sha256, checksum, _blocks.Finish());
    }

    public void Dispose()
    {
        _md5?.Dispose();
        _sha256?.Dispose();
        _other?.Dispose();
    }
}

/// <summary>What the bytes turned out to be.</summary>
/// <param name="Md5">Empty where parts were joined.</param>
/// <param name="Sha256">Empty where parts were joined.</param>
internal sealed record Digests(long Length, byte[] Md5, byte[] Sha256, Checksum Checksum, byte[] Blocks)
{
    /// <summary>The tag of an object that was sent in one piece, without quotes.</summary>
    public string ETag => Convert.ToHexStringLower(Md5);
}

using System.Security.Cryptography;

namespace Lambda.Local.ObjectStore.Checksums;

/// <summary>A cryptographic hash of the framework's.</summary>
internal sealed class HashChecksum(HashAlgorithmName name) : RunningChecksum
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(name);

    public override void Append(ReadOnlySpan<byte> bytes) => _hash.AppendData(bytes);

    public override byte[] Finish() => _hash.GetHashAndReset();

    public override void Dispose()
    {
        _hash.Dispose();
        base.Dispose();
    }
}

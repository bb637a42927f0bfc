using System.Security.Cryptography;

namespace Lambda.Local.ObjectStore.Checksums;

/// <summary>One of the checksums that S3 knows, by all of its names.</summary>
internal sealed class ChecksumAlgorithm
{
    public const string HeaderPrefix = "x-amz-checksum-";

    public static readonly ChecksumAlgorithm Sha256 =
        new("SHA256", SHA256.HashSizeInBytes, () => new HashChecksum(HashAlgorithmName.SHA256), wholeObject: false);

    /// <summary>What S3 computes where a client asks for nothing.</summary>
    public static readonly ChecksumAlgorithm Crc64Nvme =
        new("CRC64NVME", sizeof(ulong), Crc(0x9A6C_9329_AC4B_C9B5, sizeof(ulong)), composite: false);

    public static readonly IReadOnlyList<ChecksumAlgorithm> All =
    [
        new("CRC32", sizeof(uint), Crc(0xEDB8_8320, sizeof(uint))),
        new("CRC32C", sizeof(uint), () => new Crc32C()),
        new("SHA1", SHA1.HashSizeInBytes, () => new HashChecksum(HashAlgorithmName.SHA1), wholeObject: false),
        Sha256,
        Crc64Nvme,
    ];

    private readonly Func<RunningChecksum> _start;

    private ChecksumAlgorithm(
        string name, int length, Func<RunningChecksum> start, bool composite = true, bool wholeObject = true)
    {
        (Name, Length, _start) = (name, length, start);
        (AllowsComposite, AllowsWholeObject) = (composite, wholeObject);
    }

    /// <summary><c>CRC32</c>, as in <c>x-amz-checksum-algorithm</c>.</summary>
    public string Name { get; }

    /// <summary>Bytes of a value.</summary>
    public int Length { get; }

    /// <summary>Whether a multipart object may bear the checksum of its parts' checksums.</summary>
    public bool AllowsComposite { get; }

    /// <summary>Whether a multipart object may bear the checksum of all its bytes.</summary>
    public bool AllowsWholeObject { get; }

    /// <summary><c>x-amz-checksum-crc32</c>.</summary>
    public string Header => HeaderPrefix + Name.ToLowerInvariant();

    /// <summary><c>ChecksumCRC32</c>, as in XML.</summary>
    public string Element => "Checksum" + Name;

    /// <returns>Null for a name that S3 does not know.</returns>
    public static ChecksumAlgorithm? Find(string? name) =>
        All.FirstOrDefault(known => string.Equals(known.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <returns>Null for a header or trailer that is no checksum.</returns>
    public static ChecksumAlgorithm? OfHeader(string name) =>
        All.FirstOrDefault(known => string.Equals(known.Header, name, StringComparison.OrdinalIgnoreCase));

    public RunningChecksum Start() => _start();

    public byte[] Of(ReadOnlySpan<byte> bytes)
    {
        using var checksum = Start();
        checksum.Append(bytes);
        return checksum.Finish();
    }

    /// <summary>Reads a value in base64.</summary>
    public bool TryRead(string? text, out byte[] value)
    {
        value = new byte[Length];
        return text is not null && Convert.TryFromBase64String(text, value, out var written) && written == Length;
    }

    // The tables are large and seldom needed.
    private static Func<RunningChecksum> Crc(ulong polynomial, int length)
    {
        var tables = new Lazy<ulong[][]>(() => ReflectedCrc.Tables(polynomial));
        return () => new ReflectedCrc(tables.Value, length);
    }
}

using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Amazon.Lambda.Observing;

/// <summary>A short name for a user that tells two of them apart and none of them to a reader.</summary>
/// <remarks>
/// Half the point is the key: without it, whoever has a list of subjects could hash them all and look which one it is.
/// The last name is kept, since users come in runs and making one costs as much as the rest of the line.
/// </remarks>
internal sealed class Pseudonym(string key)
{
    private const int Bytes = 9;

    /// <summary>Of a name, in ASCII characters.</summary>
    public const int Length = Bytes / 3 * 4;

    private readonly byte[] _key = Encoding.UTF8.GetBytes(key);
    private Known? _last;

    public ReadOnlySpan<byte> Of(ReadOnlySpan<byte> subject)
    {
        // Read once: other events may be answered at the same time, and two halves would name somebody else.
        if (_last is { } last && subject.SequenceEqual(last.Subject))
            return last.Name;

        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, subject, hash);
        var name = new byte[Length];
        Base64Url.EncodeToUtf8(hash[..Bytes], name);
        _last = new Known(subject.ToArray(), name);
        return name;
    }

    private sealed record Known(byte[] Subject, byte[] Name);
}

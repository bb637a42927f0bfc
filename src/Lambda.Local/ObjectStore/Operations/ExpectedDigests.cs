using Lambda.Local.ObjectStore.Files;
using Lambda.Local.ObjectStore.Signing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Lambda.Local.ObjectStore.Operations;

/// <summary>The checksums a client states for its body, each optional.</summary>
internal sealed record ExpectedDigests(byte[]? Checksum, byte[]? SignedHash, byte[]? Md5)
{
    private const int Sha256Bytes = 32;
    private const int Md5Bytes = 16;

    public static S3Error? Read(IHeaderDictionary headers, out ExpectedDigests? expected)
    {
        expected = null;
        if (!TryBase64(headers["x-amz-checksum-sha256"], Sha256Bytes, out var checksum))
            return S3Error.InvalidRequest("Value for x-amz-checksum-sha256 header is invalid.");
        if (!TryBase64(headers.ContentMD5, Md5Bytes, out var md5))
            return new S3Error(400, "InvalidDigest", "The Content-MD5 you specified was invalid.");

        var stated = headers["x-amz-content-sha256"].ToString();
        if (stated.StartsWith("STREAMING-", StringComparison.Ordinal)
            || headers.ContentEncoding.Contains("aws-chunked"))
        {
            return S3Error.NotImplemented("A body in signed chunks (aws-chunked)");
        }

        byte[]? hash = null;
        if (stated is not ("" or SignatureClaim.UnsignedPayload) && !TryHex(stated, out hash))
        {
            return S3Error.InvalidArgument(
                "x-amz-content-sha256 must be UNSIGNED-PAYLOAD, a STREAMING- word, or a valid sha256 value.");
        }

        expected = new ExpectedDigests(checksum, hash, md5);
        return null;
    }

    /// <returns>Null when every stated checksum is that of the bytes.</returns>
    public S3Error? Contradicts(Digests digests)
    {
        if (SignedHash is not null && !SignedHash.AsSpan().SequenceEqual(digests.Sha256))
            return S3Error.BadSha256;
        if (Checksum is not null && !Checksum.AsSpan().SequenceEqual(digests.Sha256))
            return S3Error.BadDigest;
        return Md5 is not null && !Md5.AsSpan().SequenceEqual(digests.Md5) ? S3Error.BadDigest : null;
    }

    private static bool TryBase64(StringValues header, int length, out byte[]? value)
    {
        value = null;
        if (header.Count == 0)
            return true;

        var bytes = new byte[length];
        var read = Convert.TryFromBase64String(header.ToString(), bytes, out var written) && written == length;
        value = bytes;
        return read;
    }

    private static bool TryHex(string text, out byte[]? value)
    {
        value = null;
        if (text.Length != 2 * Sha256Bytes || !text.All(char.IsAsciiHexDigit))
            return false;

        value = Convert.FromHexString(text);
        return true;
    }
}

using System.Security.Cryptography;
using Lambda.Local.ObjectStore.Checksums;
using Microsoft.AspNetCore.Http;

namespace Lambda.Local.ObjectStore.Payloads;

/// <summary>What a client says its body hashes to, in its headers; or where behind the body it will say so.</summary>
/// <param name="Algorithm">Null when it states no checksum of this kind.</param>
/// <param name="Value">Null when a trailer brings it.</param>
internal sealed record StatedChecksum(ChecksumAlgorithm? Algorithm, byte[]? Value, byte[]? Md5)
{
    public static readonly StatedChecksum None = new(null, null, null);

    private const string TypeHeader = ChecksumAlgorithm.HeaderPrefix + "type";
    private const string ChoiceHeader = ChecksumAlgorithm.HeaderPrefix + "algorithm";

    public static S3Error? Read(IHeaderDictionary headers, bool trailers, out StatedChecksum stated)
    {
        stated = None;
        if (ReadMd5(headers, out var md5) is { } badMd5)
            return badMd5;

        var byHeader = headers.Keys.Where(IsValue).ToList();
        var byTrailer = headers["x-amz-trailer"].ToString();
        if (trailers != byTrailer is not "")
            return S3Error.InvalidRequest("x-amz-trailer and trailers go together.");
        if (byHeader.Count + (trailers ? 1 : 0) > 1)
        {
            return S3Error.InvalidRequest(
                "Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.");
        }

        var name = trailers ? byTrailer : byHeader.FirstOrDefault();
        var algorithm = name is null ? null : ChecksumAlgorithm.OfHeader(name);
        if (name is not null && algorithm is null)
            return S3Error.InvalidRequest("The value specified in the x-amz-trailer header is not supported");
        if (Unfitting(headers["x-amz-sdk-checksum-algorithm"], algorithm) is { } unfitting)
            return unfitting;

        byte[]? value = null;
        if (!trailers && name is not null && !algorithm!.TryRead(headers[name], out value))
            return Invalid(algorithm);

        stated = new StatedChecksum(algorithm, value, md5);
        return null;
    }

    /// <returns>Null when everything that was stated is so.</returns>
    public S3Error? Contradicts(Digests digests, Trailers trailers)
    {
        if (Md5 is not null && !Md5.AsSpan().SequenceEqual(digests.Md5))
            return S3Error.BadMd5;
        if (Algorithm is null)
            return null;

        var value = Value;
        if (value is null)
        {
            if (trailers.Names.Any(name => ChecksumAlgorithm.OfHeader(name) != Algorithm)
                || trailers[Algorithm.Header] is not { } text)
            {
                return S3Error.MalformedTrailer;
            }

            if (!Algorithm.TryRead(text, out value))
                return Invalid(Algorithm);
        }

        return Convert.ToBase64String(value) == digests.Checksum.Value ? null : S3Error.BadChecksum(Algorithm);
    }

    // The name of the algorithm alone says nothing about the body.
    private static bool IsValue(string header) =>
        header.StartsWith(ChecksumAlgorithm.HeaderPrefix, StringComparison.OrdinalIgnoreCase)
        && !string.Equals(header, TypeHeader, StringComparison.OrdinalIgnoreCase)
        && !string.Equals(header, ChoiceHeader, StringComparison.OrdinalIgnoreCase);

    private static S3Error? Unfitting(string? sdkAlgorithm, ChecksumAlgorithm? algorithm)
    {
        if (string.IsNullOrEmpty(sdkAlgorithm))
            return null;
        if (ChecksumAlgorithm.Find(sdkAlgorithm) is not { } announced)
            return S3Error.InvalidRequest("Value for x-amz-sdk-checksum-algorithm header is invalid.");

        return announced == algorithm ? null : S3Error.InvalidRequest(
            "x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* "
            + "or x-amz-trailer headers were found.");
    }

    private static S3Error? ReadMd5(IHeaderDictionary headers, out byte[]? md5)
    {
        md5 = null;
        if (headers.ContentMD5.Count == 0)
            return null;

        md5 = new byte[MD5.HashSizeInBytes];
        return Convert.TryFromBase64String(headers.ContentMD5.ToString(), md5, out var written)
            && written == md5.Length
            ? null
            : S3Error.InvalidDigest;
    }

    private static S3Error Invalid(ChecksumAlgorithm algorithm) =>
        S3Error.InvalidRequest($"Value for {algorithm.Header} header is invalid.");
}

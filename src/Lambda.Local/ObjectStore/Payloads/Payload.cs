using System.Buffers;
using System.Globalization;
using Lambda.Local.ObjectStore.Checksums;
using Lambda.Local.ObjectStore.Files;
using Microsoft.AspNetCore.Http.Features;

namespace Lambda.Local.ObjectStore.Payloads;

/// <summary>What a request brings, freed of its wrapping, and held against everything that was said of it.</summary>
internal sealed class Payload
{
    /// <summary>S3's limit for what is sent in one piece.</summary>
    public const long MaxBytes = 5L * 1024 * 1024 * 1024;

    private const int BufferSize = 128 * 1024;

    // Lines and signatures around chunks of the least size add little more than a hundredth.
    private const long MaxWrapping = MaxBytes / 64;

    private readonly S3Request _request;
    private readonly PayloadKind _kind;
    private readonly StatedChecksum _stated;
    private readonly long _length;

    private Trailers _trailers = Trailers.None;

    private Payload(S3Request request, PayloadKind kind, StatedChecksum stated, long length) =>
        (_request, _kind, _stated, _length) = (request, kind, stated, length);

    /// <summary>The checksum that the client chose, or null.</summary>
    public ChecksumAlgorithm? Algorithm => _stated.Algorithm;

    /// <summary>Whether anything but the signature vouches for the bytes.</summary>
    public bool IsChecked => _stated.Algorithm is not null || _stated.Md5 is not null;

    /// <summary>Judges the headers; nothing of the body is asked for yet.</summary>
    /// <param name="checksumIsOfBody">False where a checksum in the headers is that of something else.</param>
    public static S3Error? Read(
        S3Request request, long maxBytes, out Payload? payload, bool checksumIsOfBody = true)
    {
        payload = null;
        if (PayloadKind.Read(request.Signature.PayloadHash, out var kind) is { } badKind)
            return badKind;
        var encoding = request.Headers.ContentEncoding.ToString();
        if (!kind.InChunks && encoding.Contains("aws-chunked", StringComparison.Ordinal))
            return S3Error.InvalidRequest("A body in chunks needs a STREAMING- word in x-amz-content-sha256.");
        var stated = StatedChecksum.None;
        if (checksumIsOfBody && StatedChecksum.Read(request.Headers, kind.Trailers, out stated) is { } badChecksum)
            return badChecksum;
        if (LengthOf(request, kind) is not { } length)
            return S3Error.MissingLength;
        if (length > maxBytes)
            return S3Error.EntityTooLarge;

        payload = new Payload(request, kind, stated, length);
        return null;
    }

    /// <summary>Passes the bytes on piece by piece as they arrive; memory stays flat however many they are.</summary>
    /// <returns>Null when the body was whole and, where its chunks are signed, every one of them genuine.</returns>
    public async Task<S3Error?> CopyToAsync(BytesSink target, CancellationToken ct)
    {
        var http = _request.Context.Request;
        AskingClient.Tell(_request.Context);
        if (_request.Context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MaxBytes + MaxWrapping;

        using var signatures = _kind.SignedChunks ? _request.Signature.BeginChunks() : null;
        var chunks = _kind.InChunks ? new ChunkedBody(http.BodyReader, _kind, signatures, _length) : null;
        var total = 0L;
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            int read;
            while ((read = chunks is null
                ? await http.Body.ReadAsync(buffer, ct)
                : await chunks.ReadAsync(buffer, ct)) > 0)
            {
                await target(buffer.AsMemory(0, read), ct);
                total += read;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        _trailers = chunks?.Trailers ?? Trailers.None;
        return chunks?.Refusal ?? (total == _length ? null : S3Error.IncompleteBody);
    }

    /// <returns>Null when the bytes are those that were signed and stated.</returns>
    public S3Error? Contradicts(Digests digests) =>
        _kind.Hash is not null && !_kind.Hash.AsSpan().SequenceEqual(digests.Sha256)
            ? S3Error.BadSha256
            : _stated.Contradicts(digests, _trailers);

    private static long? LengthOf(S3Request request, PayloadKind kind)
    {
        if (!kind.InChunks)
            return request.Context.Request.ContentLength;

        return long.TryParse(
            request.Header("x-amz-decoded-content-length"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var length)
            ? length
            : null;
    }
}

using System.Buffers;
using System.IO.Pipelines;
using Lambda.Local.ObjectStore.Signing;

namespace Lambda.Local.ObjectStore.Payloads;

/// <summary>Takes the chunks of a body (<c>aws-chunked</c>) apart as it arrives, and verifies every one.</summary>
/// <remarks>
/// <code>
/// body     = { chunk } last { trailer } CRLF
/// chunk    = length [ ";chunk-signature=" hex ] CRLF bytes CRLF        at least 8,192 bytes but in the last
/// last     = "0" [ ";chunk-signature=" hex ] CRLF
/// trailer  = name ":" value CRLF                                       x-amz-trailer-signature behind all others
/// </code>
/// </remarks>
internal sealed class ChunkedBody(PipeReader source, PayloadKind kind, ChunkSignatures? signatures, long declared)
{
    private const int MinChunk = 8192;

    private readonly LineReader _lines = new(source);

    private ChunkHead? _chunk;
    private long _left;
    private long _total;
    private bool _ended;

    /// <summary>Why the body is not as it should be; tells a refusal from the end.</summary>
    public S3Error? Refusal { get; private set; }

    /// <summary>What followed the last chunk, once everything was read.</summary>
    public Trailers Trailers { get; private set; } = Trailers.None;

    /// <returns>How many bytes of the payload were read; 0 at its end, and where it is refused.</returns>
    public async ValueTask<int> ReadAsync(Memory<byte> target, CancellationToken ct)
    {
        if (_left == 0 && (_ended || !await BeginChunkAsync(ct)))
            return 0;

        var read = await source.ReadAsync(ct);
        var taken = read.Buffer.Slice(0, Math.Min(Math.Min(target.Length, _left), read.Buffer.Length));
        var count = (int)taken.Length;
        taken.CopyTo(target.Span);
        source.AdvanceTo(taken.End);
        if (count == 0)
            Refuse(S3Error.IncompleteBody);

        signatures?.Append(target.Span[..count]);
        _left -= count;
        return count;
    }

    private async ValueTask<bool> BeginChunkAsync(CancellationToken ct)
    {
        var before = _chunk;
        if (before is not null && (await _lines.ReadAsync(ct) is not "" || !Signed(before.Value)))
            return Refuse(Refusal ?? S3Error.IncompleteBody);
        if (await _lines.ReadAsync(ct) is not { } line || !ChunkHead.TryRead(line, kind.SignedChunks, out var head))
            return Refuse(S3Error.IncompleteBody);

        (_chunk, _left, _total) = (head, head.Length, _total + head.Length);
        if (head.Length == 0)
            return await EndAsync(head, ct);
        if (before is { Length: < MinChunk })
            return Refuse(S3Error.ChunkTooSmall);
        return _total <= declared || Refuse(S3Error.IncompleteBody);
    }

    private async ValueTask<bool> EndAsync(ChunkHead last, CancellationToken ct)
    {
        _ended = true;
        if (!Signed(last))
            return false;

        var lines = new List<string>();
        while (lines.Count <= Trailers.MaxLines && await _lines.ReadAsync(ct) is { } line)
            lines.Add(line);

        if (!_lines.AtEnd)
            return Refuse(S3Error.IncompleteBody);
        if (Trailers.Read(lines, kind, signatures, out var trailers) is { } malformed)
            return Refuse(malformed);
        Trailers = trailers;
        return false;
    }

    private bool Signed(ChunkHead chunk) =>
        signatures is null || signatures.EndChunk(chunk.Signature) || Refuse(S3Error.SignatureDoesNotMatch);

    private bool Refuse(S3Error error)
    {
        (Refusal, _ended, _left) = (error, true, 0);
        return false;
    }
}

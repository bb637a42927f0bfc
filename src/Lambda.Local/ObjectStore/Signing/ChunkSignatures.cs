using System.Security.Cryptography;
using System.Text;

namespace Lambda.Local.ObjectStore.Signing;

/// <summary>
/// The signatures inside of a body: each chunk's covers its bytes and the signature before it, the first one that of
/// the request, so that no chunk can be changed, left out, repeated or moved.
/// </summary>
internal sealed class ChunkSignatures(Signer signer, string seed) : IDisposable
{
    private const string EmptyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private readonly IncrementalHash _chunk = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    private string _last = seed;

    public void Append(ReadOnlySpan<byte> bytes) => _chunk.AppendData(bytes);

    /// <returns>False when what was appended since the last chunk was not signed so.</returns>
    public bool EndChunk(string signature) => Next(
        signature,
        signer.Sign(
            "AWS4-HMAC-SHA256-PAYLOAD", _last, EmptyHash, Convert.ToHexStringLower(_chunk.GetHashAndReset())));

    /// <param name="trailers"><c>name:value</c> and a line feed for each.</param>
    public bool EndTrailers(string trailers, string signature) => Next(
        signature,
        signer.Sign(
            "AWS4-HMAC-SHA256-TRAILER",
            _last,
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(trailers)))));

    public void Dispose() => _chunk.Dispose();

    private bool Next(string given, string expected)
    {
        _last = expected;
        return Signer.Same(expected, given);
    }
}

using Lambda.Local.ObjectStore.Signing;

namespace Lambda.Local.ObjectStore.Payloads;

/// <summary>How a body travels, in the words of <c>x-amz-content-sha256</c>.</summary>
/// <param name="InChunks">Cut into chunks, each with its length before it.</param>
/// <param name="SignedChunks">Each chunk bears a signature of its own.</param>
/// <param name="Trailers">Headers follow the last chunk.</param>
/// <param name="Hash">What the whole body must hash to, when it is signed in one piece.</param>
internal sealed record PayloadKind(bool InChunks, bool SignedChunks, bool Trailers, byte[]? Hash)
{
    private const int HexDigits = 64;

    private static readonly PayloadKind Unsigned = new(false, false, false, null);

    public static S3Error? Read(string word, out PayloadKind kind)
    {
        kind = Unsigned;
        switch (word)
        {
            case SignatureClaim.UnsignedPayload:
                return null;
            case "STREAMING-AWS4-HMAC-SHA256-PAYLOAD":
                kind = new PayloadKind(InChunks: true, SignedChunks: true, Trailers: false, null);
                return null;
            case "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER":
                kind = new PayloadKind(InChunks: true, SignedChunks: true, Trailers: true, null);
                return null;
            case "STREAMING-UNSIGNED-PAYLOAD-TRAILER":
                kind = new PayloadKind(InChunks: true, SignedChunks: false, Trailers: true, null);
                return null;
        }

        if (word.Length != HexDigits || !word.All(char.IsAsciiHexDigit))
        {
            return S3Error.InvalidArgument(
                "x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-UNSIGNED-PAYLOAD-TRAILER, "
                + "STREAMING-AWS4-HMAC-SHA256-PAYLOAD, STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER "
                + "or a valid sha256 value.");
        }

        kind = Unsigned with { Hash = Convert.FromHexString(word) };
        return null;
    }
}

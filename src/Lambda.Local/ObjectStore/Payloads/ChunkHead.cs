using System.Globalization;

namespace Lambda.Local.ObjectStore.Payloads;

/// <summary>The line before a chunk: <c>10000</c>, or <c>10000;chunk-signature=</c> and 64 hex digits.</summary>
internal readonly record struct ChunkHead(long Length, string Signature)
{
    private const string SignatureMark = "chunk-signature=";
    private const int SignatureDigits = 64;

    // 5 GiB has nine hex digits; the rest is zeros that somebody may have put before them.
    private const int MaxLengthDigits = 15;

    public static bool TryRead(string line, bool signed, out ChunkHead head)
    {
        var parts = line.Split(';');
        head = new ChunkHead(0, parts.Length == 2 ? parts[1][Math.Min(SignatureMark.Length, parts[1].Length)..] : "");
        if (parts[0].Length is 0 or > MaxLengthDigits
            || !long.TryParse(parts[0], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var length))
        {
            return false;
        }

        head = head with { Length = length };
        return signed
            ? parts.Length == 2
                && parts[1].StartsWith(SignatureMark, StringComparison.Ordinal)
                && head.Signature.Length == SignatureDigits
            : parts.Length == 1;
    }
}

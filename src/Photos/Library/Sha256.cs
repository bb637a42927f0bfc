using System.Diagnostics.CodeAnalysis;

namespace Photos.Library;

/// <summary>The SHA-256 of a file's bytes: what makes two files the same file.</summary>
public sealed record Sha256
{
    private const int HexLength = 64;

    private Sha256(string hex) => Hex = hex;

    /// <summary>64 lower-case hexadecimal digits, as <c>sha256sum</c> prints them.</summary>
    public string Hex { get; }

    /// <summary>The same 32 bytes in base 64, as S3's checksum headers write them.</summary>
    public string Base64 => Convert.ToBase64String(Convert.FromHexString(Hex));

    /// <summary>Accepts 64 hexadecimal digits of either case.</summary>
    public static bool TryParse(string? hex, [NotNullWhen(true)] out Sha256? sha256)
    {
        var valid = hex is { Length: HexLength } && hex.All(char.IsAsciiHexDigit);
        sha256 = valid ? new Sha256(hex!.ToLowerInvariant()) : null;
        return valid;
    }

    /// <summary>Null when the text is not 32 bytes of base 64.</summary>
    public static Sha256? FromBase64(string? text)
    {
        Span<byte> bytes = stackalloc byte[HexLength / 2];
        return text is not null && Convert.TryFromBase64String(text, bytes, out var written) && written == bytes.Length
            ? new Sha256(Convert.ToHexStringLower(bytes))
            : null;
    }

    /// <inheritdoc/>
    public override string ToString() => Hex;
}

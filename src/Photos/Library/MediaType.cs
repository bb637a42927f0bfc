using System.Diagnostics.CodeAnalysis;

namespace Photos.Library;

/// <summary>A kind of file that the library keeps, and how its first bytes prove it.</summary>
/// <remarks>
/// The list is closed: what a browser could run or render as a page (HTML, SVG, PDF) is not on it, and the first bytes
/// decide, not the client. Sources: the formats' own specifications; ISO 14496-12 brands at https://mp4ra.org.
/// </remarks>
public sealed record MediaType
{
    /// <summary>As many of a file's first bytes as <see cref="Matches"/> looks at.</summary>
    internal const int SignatureLength = 12;

    /// <summary>What every browser can show and make.</summary>
    public static readonly MediaType Jpeg = new("image/jpeg", start => start.StartsWith<byte>([0xFF, 0xD8, 0xFF]));

    private static readonly MediaType[] All =
    [
        Jpeg,
        new("image/png", start => start.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10])),
        new("image/gif", start => start.StartsWith("GIF87a"u8) || start.StartsWith("GIF89a"u8)),
        new("image/webp", start => start.StartsWith("RIFF"u8) && start[8..].StartsWith("WEBP"u8)),
        new("image/heic", start => HasBrand(start, "heic heix heim heis hevc hevx mif1 msf1")),
        new("image/heif", start => HasBrand(start, "mif1 msf1 heic heix heim heis")),
        new("image/avif", start => HasBrand(start, "avif avis mif1")),
        new("video/mp4", start => HasBrand(start, "isom iso2 iso4 iso5 iso6 mp41 mp42 avc1 M4V  MSNV dash 3gp4 3gp5")),
        new("video/quicktime", start => HasBrand(start, "qt  ")),
    ];

    private readonly Signature _matches;

    private MediaType(string text, Signature matches) => (Text, _matches) = (text, matches);

    private delegate bool Signature(ReadOnlySpan<byte> start);

    /// <summary>What the library accepts, as a sentence would list it.</summary>
    public static string Accepted { get; } = string.Join(", ", All.Select(type => type.Text));

    /// <summary>Lower case, without parameters: <c>image/jpeg</c>.</summary>
    public string Text { get; }

    /// <summary>False for a kind of file that the library does not keep.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out MediaType? type)
    {
        type = All.FirstOrDefault(known => known.Text.Equals(text, StringComparison.OrdinalIgnoreCase));
        return type is not null;
    }

    /// <summary>The first kind of file that starts like this; null for none that the library keeps.</summary>
    internal static MediaType? Of(ReadOnlyMemory<byte> start) => All.FirstOrDefault(type => type.Matches(start.Span));

    /// <summary>True when a file that starts like this can be of this type.</summary>
    /// <param name="start">The first <see cref="SignatureLength"/> bytes, or the whole file when it is shorter.</param>
    internal bool Matches(ReadOnlySpan<byte> start) => start.Length >= SignatureLength && _matches(start);

    /// <inheritdoc/>
    public bool Equals(MediaType? other) => Text == other?.Text;

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Text;

    // Bytes 4 to 7 say "ftyp"; the four behind them are the major brand.
    private static bool HasBrand(ReadOnlySpan<byte> start, string brands)
    {
        if (!start[4..].StartsWith("ftyp"u8))
            return false;

        for (var at = 0; at + 4 <= brands.Length; at += 5)
        {
            if (start[8] == brands[at] && start[9] == brands[at + 1] && start[10] == brands[at + 2]
                && start[11] == brands[at + 3])
                return true;
        }

        return false;
    }
}

namespace Photos.Library.Metadata;

/// <summary>
/// What a HEIC, HEIF or AVIF file says of the picture that it shows (ISO 23008-12), and of a video, which is built of
/// boxes too, nothing.
/// </summary>
/// <param name="Size">Width and height as seen: the file itself says how it is turned, whatever EXIF says.</param>
/// <param name="Exif">A TIFF structure; empty where there is none among the bytes at hand.</param>
/// <remarks>
/// By code of our own: a damaged file makes the reader of MetadataExtractor 2.4 throw whatever there is, or ask for
/// gigabytes, and it knows neither turns nor AVIF.
/// </remarks>
internal sealed record HeifFile(PixelSize? Size, byte[] Exif)
{
    // The version and the flags, by which many boxes begin.
    private const int HeadLength = 4;

    /// <summary>Null for a file that is not built of boxes.</summary>
    public static HeifFile? Read(ReadOnlySpan<byte> start)
    {
        if (start.Length < MediaType.SignatureLength || !start[4..].StartsWith("ftyp"u8))
            return null;

        var meta = BoxReader.Find(start, "meta"u8);
        return meta.Length <= HeadLength
            ? new HeifFile(null, [])
            : new HeifFile(HeifProperties.SizeOf(meta[HeadLength..]), HeifItems.ExifOf(meta[HeadLength..], start));
    }
}

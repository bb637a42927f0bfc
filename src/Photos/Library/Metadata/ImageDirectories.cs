using MetadataExtractor;
using MetadataExtractor.Formats.Exif;
using MetadataExtractor.Formats.Gif;
using MetadataExtractor.Formats.Jpeg;
using MetadataExtractor.IO;
using Directory = MetadataExtractor.Directory;

namespace Photos.Library.Metadata;

/// <summary>A file's metadata by format, without the parts that nobody here reads and that could do harm.</summary>
internal static class ImageDirectories
{
    // EXIF and the frame header; not the embedded XML, colour profiles and editor's notes.
    private static readonly IJpegSegmentMetadataReader[] JpegSegments = [new JpegReader(), new ExifReader()];

    public static IReadOnlyList<Directory> Read(ReadOnlyMemory<byte> start)
    {
        var bytes = start.ToArray();
        HarmlessChunks.Keep(bytes);
        using var stream = new MemoryStream(bytes, writable: false);

        if (MediaType.Jpeg.Matches(bytes))
            return JpegMetadataReader.ReadMetadata(stream, JpegSegments);

        // A GIF holds its size in the first block, and nothing else for us in those that follow.
        return bytes.AsSpan().StartsWith("GIF8"u8)
            ? [new GifReader().Extract(new SequentialByteArrayReader(bytes[..13], isMotorolaByteOrder: false))[0]]
            : ImageMetadataReader.ReadMetadata(stream);
    }
}

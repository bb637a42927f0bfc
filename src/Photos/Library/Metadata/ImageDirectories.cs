using MetadataExtractor.Formats.Gif;
using MetadataExtractor.Formats.Jpeg;
using MetadataExtractor.Formats.Png;
using MetadataExtractor.Formats.WebP;
using MetadataExtractor.IO;
using Directory = MetadataExtractor.Directory;

namespace Photos.Library.Metadata;

/// <summary>A file's metadata by format, without the parts that nobody here reads and that could do harm.</summary>
internal static class ImageDirectories
{
    // The frame header and EXIF; not the embedded XML, colour profiles and editor's notes.
    private static readonly IJpegSegmentMetadataReader[] JpegSegments = [new JpegReader(), new CameraTags.InJpeg()];

    public static IReadOnlyList<Directory> Read(ReadOnlyMemory<byte> start)
    {
        var bytes = start.ToArray();
        var exif = HarmlessChunks.Keep(bytes);
        using var stream = new MemoryStream(bytes, writable: false);

        return bytes.AsSpan() switch
        {
            [0xFF, 0xD8, ..] => JpegMetadataReader.ReadMetadata(stream, JpegSegments),
            [0x89, (byte)'P', ..] => [.. PngMetadataReader.ReadMetadata(stream), .. CameraTags.Read(exif)],
            [(byte)'R', (byte)'I', ..] => [.. WebPMetadataReader.ReadMetadata(stream), .. CameraTags.Read(exif)],

            // A GIF holds its size in the first block, and nothing else for us in those that follow.
            [(byte)'G', (byte)'I', ..] =>
                [new GifReader().Extract(new SequentialByteArrayReader(bytes[..13], isMotorolaByteOrder: false))[0]],
            _ => [],
        };
    }
}

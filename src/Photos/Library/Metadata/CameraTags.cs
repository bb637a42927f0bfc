using MetadataExtractor;
using MetadataExtractor.Formats.Exif;
using MetadataExtractor.Formats.Jpeg;
using MetadataExtractor.Formats.Tiff;
using MetadataExtractor.IO;
using Directory = MetadataExtractor.Directory;

namespace Photos.Library.Metadata;

/// <summary>Reads of EXIF, which is a TIFF structure, what somebody asks for here, and passes over all else.</summary>
/// <remarks>
/// Thirty kilobytes of it can hold XML that takes minutes to understand, values that overlap until they are gigabytes,
/// and directories within directories until the stack ends. None of those is opened.
/// </remarks>
internal sealed class CameraTags : DirectoryTiffHandler
{
    /// <summary>In bytes: what a JPEG has room for, and more than any camera writes before its thumbnail.</summary>
    private const int LongestStructure = 64 * 1024;

    /// <summary>In bytes; what we read is a line of text or three fractions.</summary>
    private const int LongestValue = 1024;

    private static readonly HashSet<int> Wanted =
    [
        ExifDirectoryBase.TagMake, ExifDirectoryBase.TagModel, ExifDirectoryBase.TagOrientation,
        ExifDirectoryBase.TagDateTimeOriginal, ExifDirectoryBase.TagDateTimeDigitized,
        ExifDirectoryBase.TagSubsecondTimeOriginal, ExifDirectoryBase.TagSubsecondTimeDigitized,
        ExifDirectoryBase.TagTimeZoneOriginal, ExifDirectoryBase.TagTimeZoneDigitized,
        GpsDirectory.TagLatitudeRef, GpsDirectory.TagLatitude, GpsDirectory.TagLongitudeRef, GpsDirectory.TagLongitude,
    ];

    // What a cycle of directories would lead to has been entered before, and is not in here any more.
    private readonly HashSet<int> _inner = [ExifIfd0Directory.TagExifSubIfdOffset, ExifIfd0Directory.TagGpsInfoOffset];

    private CameraTags(List<Directory> directories)
        : base(directories)
    {
    }

    /// <summary>As much as can be read; nothing where there is nothing.</summary>
    public static IReadOnlyList<Directory> Read(byte[] tiff)
    {
        var directories = new List<Directory>();
        var start = tiff[..Math.Min(tiff.Length, LongestStructure)];
        try
        {
            if (start.Length > 0)
                TiffReader.ProcessTiff(new ByteArrayReader(start), new CameraTags(directories));
        }
        catch (Exception damage) when (
            damage is ImageProcessingException or IOException or ArithmeticException or ArgumentException)
        {
            // What stands before the damage has been read.
        }

        return directories;
    }

    /// <inheritdoc/>
    public override void SetTiffMarker(int marker)
    {
        const int standard = 42;
        if (marker != standard)
            throw new TiffProcessingException("Not the TIFF of EXIF.");

        PushDirectory(new ExifIfd0Directory());
    }

    /// <inheritdoc/>
    /// <remarks>The two that we read, once each.</remarks>
    public override bool TryEnterSubIfd(int tagType)
    {
        if (CurrentDirectory is not ExifIfd0Directory || !_inner.Remove(tagType))
            return false;

        PushDirectory(
            tagType == ExifIfd0Directory.TagGpsInfoOffset ? new GpsDirectory() : new ExifSubIfdDirectory());
        return true;
    }

    /// <inheritdoc/>
    /// <remarks>What follows the first directory describes the thumbnail.</remarks>
    public override bool HasFollowerIfd() => false;

    /// <inheritdoc/>
    /// <returns>True for what shall not be read.</returns>
    public override bool CustomProcessTag(
        int tagOffset, ICollection<int> processedIfdOffsets, IndexedReader reader, int tagId, int byteCount) =>
        byteCount > LongestValue || !Wanted.Contains(tagId);

    /// <inheritdoc/>
    /// <remarks>Some cameras point to a directory by a type that says so.</remarks>
    public override bool TryCustomProcessFormat(
        int tagId, TiffDataFormatCode formatCode, uint componentCount, out long byteCount)
    {
        const int directory = 13;
        var isPointer = (int)formatCode == directory;
        byteCount = isPointer ? 4L * componentCount : 0;
        return isPointer;
    }

    /// <summary>EXIF in a JPEG.</summary>
    internal sealed class InJpeg : IJpegSegmentMetadataReader
    {
        /// <inheritdoc/>
        ICollection<JpegSegmentType> IJpegSegmentMetadataReader.SegmentTypes { get; } = [JpegSegmentType.App1];

        /// <inheritdoc/>
        public IReadOnlyList<Directory> ReadJpegSegments(IEnumerable<JpegSegment> segments)
        {
            var exif = segments.FirstOrDefault(segment => ExifReader.StartsWithJpegExifPreamble(segment.Bytes));
            return exif is null ? [] : Read(exif.Bytes[ExifReader.JpegSegmentPreamble.Length..]);
        }
    }
}

using MetadataExtractor;
using MetadataExtractor.Formats.Gif;
using MetadataExtractor.Formats.Jpeg;
using MetadataExtractor.Formats.Png;
using MetadataExtractor.Formats.WebP;
using Directory = MetadataExtractor.Directory;

namespace Photos.Library.Metadata;

/// <summary>Width and height as a person sees the picture: turned the way EXIF says.</summary>
internal static class PixelSizeReader
{
    public static PixelSize? Read(IReadOnlyList<Directory> directories, int? orientation)
    {
        var stored = Stored(directories);
        if (stored is not { Width: > 0, Height: > 0 })
            return null;

        // Orientations 5 to 8 lie on their side.
        return orientation >= 5 ? new PixelSize(stored.Height, stored.Width) : stored;
    }

    private static PixelSize? Stored(IReadOnlyList<Directory> directories) => directories
        .Select(directory => directory switch
        {
            JpegDirectory => Size(directory, JpegDirectory.TagImageWidth, JpegDirectory.TagImageHeight),
            PngDirectory => Size(directory, PngDirectory.TagImageWidth, PngDirectory.TagImageHeight),
            GifHeaderDirectory => Size(directory, GifHeaderDirectory.TagImageWidth, GifHeaderDirectory.TagImageHeight),
            WebPDirectory => Size(directory, WebPDirectory.TagImageWidth, WebPDirectory.TagImageHeight),
            _ => null,
        })
        .Where(size => size is not null)
        .MaxBy(size => (long)size!.Width * size.Height);

    private static PixelSize? Size(Directory directory, int width, int height) =>
        directory.TryGetInt32(width, out var across) && directory.TryGetInt32(height, out var down)
            ? new PixelSize(across, down)
            : null;
}

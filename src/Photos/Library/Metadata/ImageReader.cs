using MetadataExtractor;
using MetadataExtractor.Formats.Exif;
using Directory = MetadataExtractor.Directory;

namespace Photos.Library.Metadata;

/// <summary>Reads what a camera wrote into a file, from the file's first bytes. Pixels are never decoded.</summary>
internal static class ImageReader
{
    /// <summary>Covers EXIF, frame header and embedded preview of every camera we have files of.</summary>
    public const int BytesNeeded = 256 * 1024;

    /// <summary>What can be read, and null for what cannot: a damaged file is still the owner's file.</summary>
    public static ReadImage Read(ReadOnlyMemory<byte> start)
    {
        try
        {
            var heif = HeifFile.Read(start.Span);
            var directories = heif is null ? ImageDirectories.Read(start) : CameraTags.Read(heif.Exif);
            return Of(directories, heif);
        }
#pragma warning disable CA1031 // Damage makes a reader throw whatever it comes upon; a file must not stop its upload.
        catch (Exception)
#pragma warning restore CA1031
        {
            return new ReadImage(ImageFacts.None, null);
        }
    }

    private static ReadImage Of(IReadOnlyList<Directory> directories, HeifFile? heif)
    {
        var orientation = Number(directories, ExifDirectoryBase.TagOrientation) is >= 1 and <= 8 and var known
            ? known
            : (int?)null;

        var size = heif is null ? PixelSizeReader.Read(directories, orientation) : heif.Size;
        var facts = new ImageFacts(size, orientation, CameraOf(directories), PlaceOf(directories));
        return new ReadImage(facts, ExifDate.Read(directories));
    }

    private static int? Number(IEnumerable<Directory> directories, int tag) => directories
        .OfType<ExifIfd0Directory>()
        .Select(exif => exif.TryGetInt32(tag, out var value) ? value : (int?)null)
        .FirstOrDefault(value => value is not null);

    private static Camera? CameraOf(IReadOnlyList<Directory> directories)
    {
        var exif = directories.OfType<ExifIfd0Directory>().FirstOrDefault();
        var make = Line(exif?.GetString(ExifDirectoryBase.TagMake));
        var model = Line(exif?.GetString(ExifDirectoryBase.TagModel));
        return make is null && model is null ? null : new Camera(make, model);
    }

    private static string? Line(string? text)
    {
        const int maxLength = 64;
        return PlainText.TryClean(text?.TrimEnd('\0', ' '), out var clean) && clean is { Length: > 0 and <= maxLength }
            ? clean
            : null;
    }

    private static Place? PlaceOf(IEnumerable<Directory> directories)
    {
        var location = directories.OfType<GpsDirectory>().Select(gps => gps.GetGeoLocation()).FirstOrDefault();

        // Zero and zero is what receivers write that have not found themselves yet.
        return location is { IsZero: false, Latitude: >= -90 and <= 90, Longitude: >= -180 and <= 180 }
            ? new Place(Math.Round(location.Latitude, 6), Math.Round(location.Longitude, 6))
            : null;
    }
}

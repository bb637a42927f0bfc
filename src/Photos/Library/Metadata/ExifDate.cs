using System.Globalization;
using MetadataExtractor;
using MetadataExtractor.Formats.Exif;
using Directory = MetadataExtractor.Directory;

namespace Photos.Library.Metadata;

/// <summary>When the shutter opened, by EXIF 2.32: a local time, its fraction, and since 2016 its offset.</summary>
internal static class ExifDate
{
    // Some software writes dashes where the standard wants colons; both are unambiguous.
    private static readonly string[] Formats = ["yyyy:MM:dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss"];

    public static TakenAt? Read(IReadOnlyList<Directory> directories) => directories
        .OfType<ExifSubIfdDirectory>()
        .Select(exif => Original(exif) ?? Digitised(exif))
        .FirstOrDefault(date => date is not null);

    private static TakenAt? Original(ExifSubIfdDirectory exif) => Date(
        exif.GetString(ExifDirectoryBase.TagDateTimeOriginal),
        exif.GetString(ExifDirectoryBase.TagSubsecondTimeOriginal),
        exif.GetString(ExifDirectoryBase.TagTimeZoneOriginal),
        TakenAtSource.Exif);

    private static TakenAt? Digitised(ExifSubIfdDirectory exif) => Date(
        exif.GetString(ExifDirectoryBase.TagDateTimeDigitized),
        exif.GetString(ExifDirectoryBase.TagSubsecondTimeDigitized),
        exif.GetString(ExifDirectoryBase.TagTimeZoneDigitized),
        TakenAtSource.ExifDigitised);

    private static TakenAt? Date(string? local, string? fraction, string? offset, TakenAtSource source)
    {
        // An unset clock is all zeros or blanks, which is no date in any calendar and fails here.
        var known = DateTime.TryParseExact(
            local?.Trim('\0', ' '), Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time);

        return known
            ? TakenAt.From(time + Fraction(fraction), TakenAt.ParseOffset(offset?.Trim('\0', ' ')), source)
            : null;
    }

    // "5" is half a second, "05" a twentieth: the digits stand behind the point. A double would lose some ticks.
    private static TimeSpan Fraction(string? digits)
    {
        var text = digits?.Trim('\0', ' ') ?? "";
        return text is { Length: > 0 and <= 9 } && text.All(char.IsAsciiDigit)
            ? new TimeSpan((long)(decimal.Parse($"0.{text}", CultureInfo.InvariantCulture) * TimeSpan.TicksPerSecond))
            : TimeSpan.Zero;
    }
}

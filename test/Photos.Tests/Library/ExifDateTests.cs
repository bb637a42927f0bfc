using MetadataExtractor.Formats.Exif;
using Photos.Library;
using Photos.Library.Metadata;

namespace Photos.Tests.Library;

public sealed class ExifDateTests
{
    [Fact]
    public void Every_millisecond_that_a_camera_wrote_is_kept() => Assert.All(
        Enumerable.Range(0, 1000),
        millisecond => Assert.Equal(millisecond, Taken($"{millisecond:000}")?.Local.Millisecond));

    [Theory]
    [InlineData(null, 0)]
    [InlineData("", 0)]
    [InlineData("5", 500)]
    [InlineData("05 ", 50)]
    [InlineData("9999", 999)]
    [InlineData("1234567890", 0)]
    [InlineData("-1", 0)]
    public void The_digits_of_a_fraction_stand_behind_the_point(string? digits, int milliseconds) =>
        Assert.Equal(milliseconds, Taken(digits)?.Local.Millisecond);

    private static TakenAt? Taken(string? fraction)
    {
        var exif = new ExifSubIfdDirectory();
        exif.Set(ExifDirectoryBase.TagDateTimeOriginal, "2015:04:10 20:12:23");
        if (fraction is not null)
            exif.Set(ExifDirectoryBase.TagSubsecondTimeOriginal, fraction);

        return ExifDate.Read([exif]);
    }
}

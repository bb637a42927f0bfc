using System.Globalization;
using Photos.Library;
using Photos.Library.Metadata;
using Photos.Tests.Shared;

namespace Photos.Tests.Library;

/// <summary>What cameras wrote, read from their files. Skipped, with the reason, where those files are not.</summary>
public sealed class ImageReaderTests
{
    [Theory]
    [InlineData("iphone-hdr.jpg", "2015-04-10T20:12:23.550", null, "Apple", "iPhone 6", 3264, 2448)]
    [InlineData("nikon-gps.jpg", "2008-10-22T16:28:39", null, "NIKON", "COOLPIX P6000", 640, 480)]
    [InlineData("nokia-8.3.jpg", "2022-08-14T14:12:31", "+03:00", "HMD Global", "Nokia 8.3 5G", 4608, 1976)]
    [InlineData("canon-40d.jpg", "2008-05-30T15:56:01", null, "Canon", "Canon EOS 40D", 100, 68)]
    [InlineData("iphone.heic", "2021-04-11T15:47:53.054", "-05:00", "Apple", "iPhone 11 Pro Max", 2566, 3313)]
    [InlineData("corrupted.jpg", "2015-09-08T11:02:17", null, "OLYMPUS IMAGING CORP.", "u1020,S1020", 3648, 2736)]
    public void A_camera_tells_when_with_what_and_how_large(
        string name, string local, string? offset, string make, string model, int width, int height)
    {
        var image = ImageReader.Read(RealPhoto(name));

        Assert.Equal(DateTime.Parse(local, CultureInfo.InvariantCulture), image.TakenAt?.Local);
        Assert.Equal(TakenAt.ParseOffset(offset), image.TakenAt?.Offset);
        Assert.Equal(TakenAtSource.Exif, image.TakenAt?.Source);
        Assert.Equal(new Camera(make, model), image.Facts.Camera);
        Assert.Equal(new PixelSize(width, height), image.Facts.Size);
    }

    [Theory]
    [InlineData("no-exif.jpg")]
    [InlineData("invalid-exif.jpg")]
    [InlineData("orientation-6.jpg")]
    public void A_file_that_tells_no_date_gets_none(string name) =>
        Assert.Null(ImageReader.Read(RealPhoto(name)).TakenAt);

    [Theory]
    [InlineData("orientation-6.jpg", 6, 600, 450)]
    [InlineData("orientation-8.jpg", 8, 450, 600)]
    public void Width_and_height_are_those_a_person_sees(string name, int orientation, int width, int height)
    {
        var facts = ImageReader.Read(RealPhoto(name)).Facts;

        Assert.Equal((orientation, new PixelSize(width, height)), (facts.Orientation, facts.Size));
    }

    [Fact]
    public void A_camera_tells_where()
    {
        var place = ImageReader.Read(RealPhoto("nikon-gps.jpg")).Facts.Place;

        Assert.Equal(new Place(43.467448, 11.885127), place);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(40)]
    public void A_file_cut_short_anywhere_is_read_as_far_as_it_goes(int step)
    {
        var whole = RealPhoto("canon-40d.jpg");

        for (var length = 0; length < whole.Length; length += 1 + step)
            Assert.NotNull(ImageReader.Read(whole[..length]));
    }

    [Fact]
    public void A_damaged_file_never_stops_an_upload()
    {
        var random = new Random(20261121);
        var whole = RealPhoto("canon-40d.jpg").ToArray();

        for (var round = 0; round < 2_000; round++)
        {
            var damaged = (byte[])whole.Clone();
            for (var hit = 0; hit < 8; hit++)
                damaged[random.Next(2_000)] = (byte)random.Next(256);

            Assert.NotNull(ImageReader.Read(damaged));
        }
    }

    private static ReadOnlyMemory<byte> RealPhoto(string name)
    {
        var path = RealPhotos.Find(name);
        Assert.SkipWhen(path is null, $"{name} is not beside this checkout (shared/photos).");

        return File.ReadAllBytes(path).AsMemory(0, (int)Math.Min(ImageReader.BytesNeeded, new FileInfo(path).Length));
    }
}

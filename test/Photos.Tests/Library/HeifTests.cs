using Photos.Library;
using Photos.Library.Metadata;

namespace Photos.Tests.Library;

/// <summary>HEIC, HEIF and AVIF, which are built of boxes; read by our own code, so tried with our own files.</summary>
public sealed class HeifTests
{
    [Theory]
    [InlineData(0, 4032, 3024)]
    [InlineData(1, 3024, 4032)]
    [InlineData(2, 4032, 3024)]
    [InlineData(3, 3024, 4032)]
    public void A_picture_is_as_large_as_it_is_seen_and_not_as_its_tiles_are(int quarters, int width, int height)
    {
        var facts = ImageReader.Read(HeifSample.Of(quarters)).Facts;

        Assert.Equal(new PixelSize(width, height), facts.Size);
    }

    [Fact]
    public void The_file_and_not_its_exif_says_how_a_picture_is_turned()
    {
        var facts = ImageReader.Read(HeifSample.Of(quarters: 3, orientation: 6)).Facts;

        Assert.Equal((6, new PixelSize(3024, 4032)), (facts.Orientation, facts.Size));
        Assert.Equal(new PixelSize(4032, 3024), ImageReader.Read(HeifSample.Of(0, orientation: 6)).Facts.Size);
    }

    [Theory]
    [InlineData("heic")]
    [InlineData("heim")]
    [InlineData("mif1")]
    [InlineData("avif")]
    public void Every_kind_of_it_tells_when_and_how_large(string brand)
    {
        var image = ImageReader.Read(HeifSample.Of(brand: brand));

        Assert.Equal(new DateTime(2024, 5, 6, 7, 8, 9), image.TakenAt?.Local);
        Assert.Equal(new PixelSize(4032, 3024), image.Facts.Size);
    }

    [Fact]
    public void A_file_whose_end_is_out_of_reach_tells_its_size()
    {
        var whole = HeifSample.Of(quarters: 1);

        Assert.Equal(new PixelSize(3024, 4032), ImageReader.Read(whole.AsMemory(0, whole.Length - 80)).Facts.Size);
        for (var length = 0; length < whole.Length; length++)
            Assert.NotNull(ImageReader.Read(whole.AsMemory(0, length)));
    }

    [Fact]
    public void A_damaged_file_stops_no_upload_and_takes_no_memory()
    {
        var random = new Random(20261128);
        var whole = HeifSample.Of();
        Assert.NotNull(ImageReader.Read(whole));
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var round = 0; round < 5_000; round++)
        {
            var damaged = (byte[])whole.Clone();
            for (var hit = random.Next(1, 6); hit > 0; hit--)
                damaged[random.Next(12, damaged.Length)] = (byte)(random.Next(3) == 0 ? 0xFF : random.Next(256));

            Assert.NotNull(ImageReader.Read(damaged));
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 500_000_000);
    }

    [Fact]
    public void A_video_tells_nothing() => Assert.Equal(
        new ReadImage(ImageFacts.None, null),
        ImageReader.Read((byte[])[0, 0, 0, 16, .. "ftypisom"u8, 0, 0, 0, 0, 0, 0, 0, 8, .. "moov"u8]));
}

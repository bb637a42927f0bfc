using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Photos.Library;
using Photos.Library.Metadata;

namespace Photos.Tests.Library;

public sealed class HarmlessChunksTests
{
    [Fact]
    public void A_text_that_unfolds_to_half_a_gigabyte_is_never_unfolded()
    {
        var text = PngChunk("zTXt", [.. "Comment\0\0"u8, .. Zeros(200_000_000)]);
        byte[] png = [.. PngStart(640, 480), .. text, .. PngChunk("IEND", [])];
        var before = GC.GetAllocatedBytesForCurrentThread();

        var facts = ImageReader.Read(png).Facts;

        Assert.Equal(new PixelSize(640, 480), facts.Size);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8_000_000);
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(3u)]
    [InlineData(uint.MaxValue)]
    public void A_chunk_that_lies_about_its_length_ends_the_reading(uint length)
    {
        byte[] png = [.. PngStart(640, 480), .. PngChunk("tEXt", new byte[20])];
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(33), length);

        Assert.NotNull(ImageReader.Read(png));
    }

    [Fact]
    public void A_WebP_keeps_its_size_and_loses_its_embedded_documents()
    {
        byte[] webp =
        [
            .. "RIFF"u8, 0, 1, 0, 0, .. "WEBPVP8X"u8, 10, 0, 0, 0, 4, 0, 0, 0, 0x7F, 2, 0, 0xDF, 1, 0,
            .. "XMP "u8, 4, 0, 0, 0, .. "<x/>"u8,
        ];

        HarmlessChunks.Keep(webp);

        Assert.Equal(new PixelSize(640, 480), ImageReader.Read(webp).Facts.Size);
        Assert.DoesNotContain("XMP ", Encoding.ASCII.GetString(webp), StringComparison.Ordinal);
        Assert.Contains("VP8X", Encoding.ASCII.GetString(webp), StringComparison.Ordinal);
    }

    [Fact]
    public void A_start_without_its_end_still_tells_the_size()
    {
        byte[] png = [.. PngStart(640, 480), .. PngChunk("IDAT", new byte[400_000])];
        byte[] gif = [.. "GIF89a"u8, 0x80, 2, 0xE0, 1, 0, 0, 0, 0x21, 0xF9];
        byte[] frame = [0, 0, 0, 0x9D, 1, 0x2A, 0x80, 2, 0xE0, 1, .. new byte[900]];
        byte[] webp = [.. "RIFF"u8, 0, 0, 16, 0, .. "WEBPVP8 "u8, 0, 0, 16, 0, .. frame];

        Assert.All(
            [png[..300_000], gif, webp],
            start => Assert.Equal(new PixelSize(640, 480), ImageReader.Read(start).Facts.Size));
    }

    private static byte[] PngStart(int width, int height)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2);
        return [0x89, .. "PNG\r\n\u001A\n"u8, .. PngChunk("IHDR", header)];
    }

    private static byte[] PngChunk(string name, byte[] data)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        return [.. length, .. Encoding.ASCII.GetBytes(name), .. data, 0, 0, 0, 0];
    }

    private static byte[] Zeros(int count)
    {
        using var small = new MemoryStream();
        using (var zlib = new ZLibStream(small, CompressionLevel.SmallestSize))
            zlib.Write(new byte[count]);
        return small.ToArray();
    }
}

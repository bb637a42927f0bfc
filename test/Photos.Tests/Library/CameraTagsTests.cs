using System.Buffers.Binary;
using System.Diagnostics;
using System.Text;
using Photos.Library;
using Photos.Library.Metadata;

namespace Photos.Tests.Library;

/// <summary>EXIF made to do harm: what it says is read, and what could take memory or time is passed over.</summary>
public sealed class CameraTagsTests
{
    private const int Xmp = 0x02BC;
    private const int SubIfds = 0x014A;
    private const int ExifIfd = 0x8769;

    [Fact]
    public void An_embedded_document_is_not_opened()
    {
        const int depth = 900;
        var xml = $"""
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description xmlns:d="d:">{Repeat("<d:a rdf:parseType=\"Resource\">", depth)}{Repeat("</d:a>", depth)}
            </rdf:Description></rdf:RDF></x:xmpmeta>
            """;
        byte[] text = Encoding.UTF8.GetBytes(xml);

        AssertHarmless([Orientation, (Xmp, 1, text.Length, 100)], text);
    }

    [Theory]
    [InlineData(2, 20_000)]
    [InlineData(4, 8_000)]
    [InlineData(4, int.MaxValue)]
    public void Values_that_overlap_are_not_all_read(int type, int count)
    {
        var tags = Enumerable.Range(0x9500, 3_000).Select(tag => (tag, type, count, 100));

        AssertHarmless([Orientation, .. tags], []);
    }

    [Fact]
    public void Directories_within_directories_are_not_followed()
    {
        // Each points to the one behind it.
        var chain = new byte[48_000];
        for (var at = 0; at + 18 <= chain.Length; at += 18)
            Entries([(SubIfds, 4, 1, 100 + at + 18)]).CopyTo(chain, at);

        AssertHarmless([Orientation, (SubIfds, 4, 1, 100), (ExifIfd, 4, 1, 100)], chain);
    }

    [Fact]
    public void It_is_found_in_a_png_and_in_a_webp()
    {
        var tiff = Tiff([Orientation], []);
        byte[] png =
        [
            0x89, .. "PNG\r\n\u001A\n"u8, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 40, 0, 0, 0, 20, 8, 2, 0, 0, 0, 0, 0, 0, 0,
            .. Number(tiff.Length), .. "eXIf"u8, .. tiff, 0, 0, 0, 0, 0, 0, 0, 0, .. "IEND"u8, 0, 0, 0, 0,
        ];
        byte[] webp =
        [
            .. "RIFF"u8, 0, 1, 0, 0, .. "WEBPVP8X"u8, 10, 0, 0, 0, 8, 0, 0, 0, 39, 0, 0, 19, 0, 0,
            .. "EXIF"u8, (byte)(tiff.Length + 6), 0, 0, 0, .. "Exif\0\0"u8, .. tiff,
        ];

        Assert.All(
            [png, webp],
            file => Assert.Equal(
                new ImageFacts(new PixelSize(20, 40), Orientation: 6), ImageReader.Read(file).Facts));
    }

    private static (int Tag, int Type, int Count, int Value) Orientation => (0x0112, 3, 1, 6 << 16);

    private static void AssertHarmless((int Tag, int Type, int Count, int Value)[] tags, byte[] rest)
    {
        var (before, start) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());

        var facts = ImageReader.Read(Jpeg(Tiff(tags, rest))).Facts;

        Assert.Equal(6, facts.Orientation);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8_000_000);
        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalSeconds, 0, 5);
    }

    private static byte[] Jpeg(byte[] tiff)
    {
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(tiff.Length + 8));
        return [0xFF, 0xD8, 0xFF, 0xE1, .. length, .. "Exif\0\0"u8, .. tiff, 0xFF, 0xD9];
    }

    // Its values begin at 100, or behind the tags where those are many.
    private static byte[] Tiff((int Tag, int Type, int Count, int Value)[] tags, byte[] rest)
    {
        byte[] head = [.. "MM"u8, 0, 42, .. Number(8), .. Entries(tags)];
        return [.. head, .. new byte[Math.Max(0, 100 - head.Length)], .. rest];
    }

    private static byte[] Entries((int Tag, int Type, int Count, int Value)[] tags) =>
    [
        .. Number(tags.Length)[2..],
        .. tags.SelectMany(tag => (byte[])
            [.. Number(tag.Tag)[2..], .. Number(tag.Type)[2..], .. Number(tag.Count), .. Number(tag.Value)]),
        .. Number(0),
    ];

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static byte[] Number(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }
}

using System.Buffers.Binary;
using System.Text;

namespace Photos.Tests.Library;

/// <summary>A HEIF file of nothing but what is read from it: item 1 is the picture, item 2 its EXIF, item 3 a tile.</summary>
internal static class HeifSample
{
    /// <param name="quarters">How far the picture is turned.</param>
    /// <param name="orientation">What EXIF says of that.</param>
    /// <param name="brand">Which kind of HEIF it is.</param>
    public static byte[] Of(int quarters = 0, int orientation = 1, string brand = "heic")
    {
        byte[] exif = [0, 0, 0, 6, .. "Exif\0\0"u8, .. Tiff(orientation)];
        var length = Head(brand, quarters, 0, exif.Length).Length;
        return [.. Head(brand, quarters, length, exif.Length), .. exif];
    }

    private static byte[] Head(string brand, int quarters, int exifAt, int exifLength) =>
    [
        .. Box("ftyp", [.. Encoding.ASCII.GetBytes(brand), 0, 0, 0, 0]),
        .. Box("meta",
        [
            0, 0, 0, 0,
            .. Box("pitm", [0, 0, 0, 0, 0, 1]),
            .. Box("iinf", [0, 0, 0, 0, 0, 3, .. Item(3, "hvc1"), .. Item(1, "grid"), .. Item(2, "Exif")]),
            .. Box("iloc",
            [
                0, 0, 0, 0, 0x44, 0, 0, 2,
                0, 3, 0, 0, 0, 2, .. Number(9), .. Number(9), .. Number(9), .. Number(9),
                0, 2, 0, 0, 0, 1, .. Number(exifAt), .. Number(exifLength),
            ]),
            .. Box("iprp",
            [
                .. Box("ipco",
                [
                    .. Box("ispe", [0, 0, 0, 0, .. Number(512), .. Number(512)]),
                    .. Box("ispe", [0, 0, 0, 0, .. Number(4032), .. Number(3024)]),
                    .. Box("irot", [(byte)quarters]),
                ]),
                .. Box("ipma", [0, 0, 0, 0, 0, 0, 0, 2, 0, 3, 1, 1, 0, 1, 2, 2, 0x83]),
            ]),
        ]),
    ];

    private static byte[] Item(byte id, string type) =>
        Box("infe", [2, 0, 0, 0, 0, id, 0, 0, .. Encoding.ASCII.GetBytes(type), 0]);

    // One directory, with the orientation and where EXIF's own is; and that, with one date.
    private static byte[] Tiff(int orientation) =>
    [
        .. "MM"u8, 0, 42, .. Number(8),
        0, 2, 0x01, 0x12, 0, 3, .. Number(1), 0, (byte)orientation, 0, 0, 0x87, 0x69, 0, 4, .. Number(1), .. Number(38),
        .. Number(0),
        0, 1, 0x90, 0x03, 0, 2, .. Number(20), .. Number(56), .. Number(0),
        .. "2024:05:06 07:08:09\0"u8,
    ];

    private static byte[] Box(string type, byte[] content) =>
        [.. Number(8 + content.Length), .. Encoding.ASCII.GetBytes(type), .. content];

    private static byte[] Number(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }
}

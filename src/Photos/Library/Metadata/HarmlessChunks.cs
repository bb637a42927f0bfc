using System.Buffers.Binary;

namespace Photos.Library.Metadata;

/// <summary>
/// Renames the chunks of PNG and WebP files that do not hold the size, so that no reader opens them: a compressed text
/// of 200 KB can unfold to hundreds of megabytes. And ends the file where its start ends: none looks further.
/// </summary>
/// <remarks>
/// Layouts: https://www.w3.org/TR/png-3/ §5 and https://developers.google.com/speed/webp/docs/riff_container.
/// </remarks>
internal static class HarmlessChunks
{
    private const int NameLength = 4;

    // What PNG calls ancillary, private and safe to copy; readers skip it.
    private static ReadOnlySpan<byte> Unknown => "noNe"u8;

    /// <returns>The EXIF, a TIFF structure, for whom it may concern; empty where there is none.</returns>
    public static byte[] Keep(Span<byte> file)
    {
        if (file.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G']))
            return KeepPng(file);

        return file.StartsWith("RIFF"u8) ? KeepWebP(file) : [];
    }

    // A chunk: length, name, data, checksum.
    private static byte[] KeepPng(Span<byte> file)
    {
        byte[] exif = [];
        const int signature = 8;
        const int around = 12;
        for (var at = signature; at + around <= file.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
            var name = file.Slice(at + sizeof(uint), NameLength);
            if (name.SequenceEqual("IDAT"u8) || at + around + (long)length > file.Length)
            {
                // From here on there are pixels, or bytes that we do not have.
                BinaryPrimitives.WriteUInt32BigEndian(file[at..], 0);
                "IEND"u8.CopyTo(name);
                break;
            }

            if (name.SequenceEqual("eXIf"u8))
                exif = file.Slice(at + sizeof(uint) + NameLength, (int)length).ToArray();
            if (!name.SequenceEqual("IHDR"u8) && !name.SequenceEqual("IEND"u8))
                Unknown.CopyTo(name);

            at += around + (int)length;
        }

        return exif;
    }

    // A chunk: name, length, data, and a byte more where the length is odd.
    private static byte[] KeepWebP(Span<byte> file)
    {
        byte[] exif = [];
        const int signature = 12;
        const int around = 8;
        BinaryPrimitives.WriteInt32LittleEndian(file[NameLength..], file.Length - around);
        for (var at = signature; at + around <= file.Length;)
        {
            var said = BinaryPrimitives.ReadUInt32LittleEndian(file[(at + NameLength)..]);
            var length = (int)Math.Min(said, file.Length - at - around);
            BinaryPrimitives.WriteInt32LittleEndian(file[(at + NameLength)..], length);
            var name = file.Slice(at, NameLength);
            if (name.SequenceEqual("EXIF"u8))
                exif = WithoutPreamble(file.Slice(at + around, length)).ToArray();
            if (!name.StartsWith("VP8"u8))
                Unknown.CopyTo(name);

            at += around + length + (length & 1);
        }

        return exif;
    }

    // Some programs write what begins EXIF in a JPEG.
    private static ReadOnlySpan<byte> WithoutPreamble(ReadOnlySpan<byte> exif) =>
        exif.StartsWith("Exif\0\0"u8) ? exif[6..] : exif;
}

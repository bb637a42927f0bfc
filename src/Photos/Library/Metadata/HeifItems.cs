namespace Photos.Library.Metadata;

/// <summary>The items of a HEIF file, of which EXIF is one, and where they are.</summary>
internal static class HeifItems
{
    /// <summary>The TIFF structure of the file's EXIF; empty where there is none, or not within reach.</summary>
    public static byte[] ExifOf(ReadOnlySpan<byte> meta, ReadOnlySpan<byte> file)
    {
        if (FindExif(BoxReader.Find(meta, "iinf"u8)) is not { } item
            || Place(item, BoxReader.Find(meta, "iloc"u8)) is not { } place)
            return [];

        var within = place.IsInMeta ? BoxReader.Find(meta, "idat"u8) : file;
        var rest = within[(int)Math.Min(place.Offset, (ulong)within.Length)..];
        var exif = rest[..(int)Math.Min(place.Length, (ulong)rest.Length)];
        if (exif.Length < sizeof(uint))
            return [];

        // How far behind this number the structure begins: there may be the word Exif before it.
        var box = new NumberReader(exif);
        return box.UInt32() is var skipped && skipped < box.Left.Length ? box.Left[(int)skipped..].ToArray() : [];
    }

    private static uint? FindExif(ReadOnlySpan<byte> items)
    {
        if (items.IsEmpty)
            return null;

        var version = items[0];
        for (var boxes = new BoxReader(items[(version == 0 ? 6 : 8)..]); boxes.Read();)
        {
            var box = new NumberReader(boxes.Content);
            var isLong = box.Byte() == 3;
            box.Bytes(3);
            var id = isLong ? box.UInt32() : (uint)box.UInt16();
            box.Bytes(2);
            if (box.Bytes(4).SequenceEqual("Exif"u8))
                return id;
        }

        return null;
    }

    private static ItemPlace? Place(uint item, ReadOnlySpan<byte> places)
    {
        var box = new NumberReader(places);
        var version = box.Byte();
        box.Bytes(3);
        var sizes = box.UInt16();
        var (offset, length, start) = (sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15);
        var index = version == 0 ? 0 : sizes & 15;
        for (var items = version < 2 ? (uint)box.UInt16() : box.UInt32(); items > 0; items--)
        {
            var id = version < 2 ? (uint)box.UInt16() : box.UInt32();
            var method = version == 0 ? 0 : box.UInt16() & 15;
            box.Bytes(2);
            var from = box.Number(start);
            var extents = box.UInt16();
            if (id != item || extents == 0)
            {
                box.Bytes(extents * (index + offset + length));
                continue;
            }

            // EXIF is written in one piece.
            box.Bytes(index);
            return new ItemPlace(method == 1, from + box.Number(offset), box.Number(length));
        }

        return null;
    }

    /// <param name="IsInMeta">Counted from the data in the header, and not from the beginning of the file.</param>
    /// <param name="Offset">Where it begins.</param>
    /// <param name="Length">How long it is.</param>
    private readonly record struct ItemPlace(bool IsInMeta, ulong Offset, ulong Length);
}

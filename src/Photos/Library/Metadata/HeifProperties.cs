namespace Photos.Library.Metadata;

/// <summary>
/// What a HEIF file says of how its pictures look: properties, numbered from 1, and which picture has which.
/// </summary>
internal static class HeifProperties
{
    /// <summary>A picture has a handful; looking for thousands, one after the other, would take long.</summary>
    private const int MostProperties = 64;

    /// <summary>The size as seen of the picture that the file shows; tiles and thumbnails have sizes too.</summary>
    public static PixelSize? SizeOf(ReadOnlySpan<byte> meta)
    {
        var primary = PrimaryOf(meta);
        var properties = BoxReader.Find(meta, "iprp"u8);
        var all = BoxReader.Find(properties, "ipco"u8);
        var numbers = new List<int>();
        for (var boxes = new BoxReader(properties); boxes.Read();)
        {
            if (boxes.Type.SequenceEqual("ipma"u8))
                AddNumbersOf(primary, boxes.Content, numbers);
        }

        PixelSize? size = null;
        foreach (var number in numbers)
            size = Apply(Property(all, number), size);

        return size;
    }

    private static uint PrimaryOf(ReadOnlySpan<byte> meta)
    {
        var box = new NumberReader(BoxReader.Find(meta, "pitm"u8));
        var version = box.Byte();
        box.Bytes(3);
        return version == 0 ? (uint)box.UInt16() : box.UInt32();
    }

    private static void AddNumbersOf(uint item, ReadOnlySpan<byte> associations, List<int> numbers)
    {
        var box = new NumberReader(associations);
        var version = box.Byte();
        var isLong = (box.Number(3) & 1) == 1;
        for (var items = box.UInt32(); items > 0; items--)
        {
            var owner = version == 0 ? (uint)box.UInt16() : box.UInt32();
            for (var count = box.Byte(); count > 0; count--)
            {
                // The first bit says that a reader has to understand the property.
                var number = isLong ? box.UInt16() & 0x7FFF : box.Byte() & 0x7F;
                if (owner == item && numbers.Count < MostProperties)
                    numbers.Add(number);
            }
        }
    }

    // Before the first one when there is none of that number.
    private static BoxReader Property(ReadOnlySpan<byte> all, int number)
    {
        var property = new BoxReader(all);
        for (var at = 0; at < number; at++)
        {
            if (!property.Read())
                return default;
        }

        return property;
    }

    private static PixelSize? Apply(BoxReader property, PixelSize? size)
    {
        if (property.Type.SequenceEqual("ispe"u8))
        {
            var box = new NumberReader(property.Content[4..]);
            var (width, height) = (box.UInt32(), box.UInt32());
            return width is > 0 and <= int.MaxValue && height is > 0 and <= int.MaxValue
                ? new PixelSize((int)width, (int)height)
                : null;
        }

        // In quarters of a turn: an odd number of them lays the picture on its side.
        var isOnItsSide = property.Type.SequenceEqual("irot"u8) && (property.Content[0] & 1) == 1;
        return isOnItsSide && size is not null ? new PixelSize(size.Height, size.Width) : size;
    }
}

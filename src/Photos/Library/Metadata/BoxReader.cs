namespace Photos.Library.Metadata;

/// <summary>The boxes of a file of the ISO base media format, one after the other (ISO 14496-12 §4.2).</summary>
/// <remarks>A box: its length with everything, four letters, and what is in it. One that goes on behind the bytes at
/// hand is read as far as they go.</remarks>
internal ref struct BoxReader(ReadOnlySpan<byte> bytes)
{
    private const int ShortHead = 8;
    private const int LongHead = 16;

    private ReadOnlySpan<byte> _left = bytes;

    /// <summary>Four letters.</summary>
    public ReadOnlySpan<byte> Type { get; private set; }

    /// <summary>What is in the box.</summary>
    public ReadOnlySpan<byte> Content { get; private set; }

    /// <summary>False at the end, or where no box can be.</summary>
    public bool Read()
    {
        if (_left.Length < ShortHead)
            return false;

        var reader = new NumberReader(_left);
        ulong length = reader.UInt32();
        Type = reader.Bytes(4);
        var head = length == 1 ? LongHead : ShortHead;
        if (_left.Length < head)
            return false;

        length = length switch
        {
            0 => (ulong)_left.Length, // to the end of the file
            1 => reader.Number(8),
            _ => length,
        };
        if (length < (ulong)head)
            return false;

        var end = (int)Math.Min(length, (ulong)_left.Length);
        Content = _left[head..end];
        _left = _left[end..];
        return true;
    }

    /// <summary>What is in the first box of a type; nothing where there is none.</summary>
    public static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> type)
    {
        for (var boxes = new BoxReader(bytes); boxes.Read();)
        {
            if (boxes.Type.SequenceEqual(type))
                return boxes.Content;
        }

        return [];
    }
}

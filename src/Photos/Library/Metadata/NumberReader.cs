namespace Photos.Library.Metadata;

/// <summary>Reads bytes in their order, and numbers of them with the most significant byte first.</summary>
/// <exception cref="ArgumentOutOfRangeException">Thrown by every method when there are not as many left.</exception>
internal ref struct NumberReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _left = bytes;

    /// <summary>What has not been read.</summary>
    public readonly ReadOnlySpan<byte> Left => _left;

    public ReadOnlySpan<byte> Bytes(int count)
    {
        var read = _left[..count];
        _left = _left[count..];
        return read;
    }

    /// <summary>A number of 0 to 8 bytes; of none it is 0.</summary>
    public ulong Number(int size)
    {
        var number = 0UL;
        foreach (var each in Bytes(size))
            number = (number << 8) | each;

        return number;
    }

    public int Byte() => (int)Number(1);

    public int UInt16() => (int)Number(2);

    public uint UInt32() => (uint)Number(4);
}

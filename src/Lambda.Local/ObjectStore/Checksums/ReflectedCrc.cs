using System.Buffers.Binary;

namespace Lambda.Local.ObjectStore.Checksums;

/// <summary>A CRC of up to 64 bits, least significant bit first, that begins with ones and ends inverted.</summary>
/// <remarks>
/// Eight bytes at a step: table <c>n</c> holds what a byte does to the state with <c>n</c> bytes behind it.
/// </remarks>
internal sealed class ReflectedCrc(ulong[][] tables, int length) : RunningChecksum
{
    private const int Step = sizeof(ulong);

    private readonly ulong _ones = ulong.MaxValue >> (8 * (Step - length));

    private ulong _state = ulong.MaxValue >> (8 * (Step - length));

    /// <param name="polynomial">Bits reversed, as such CRCs are published.</param>
    public static ulong[][] Tables(ulong polynomial)
    {
        var tables = Enumerable.Range(0, Step).Select(_ => new ulong[256]).ToArray();
        for (var value = 0; value < 256; value++)
        {
            var state = (ulong)value;
            for (var bit = 0; bit < 8; bit++)
                state = (state & 1) == 0 ? state >> 1 : (state >> 1) ^ polynomial;
            tables[0][value] = state;
        }

        for (var table = 1; table < Step; table++)
        {
            for (var value = 0; value < 256; value++)
                tables[table][value] = Next(tables[0], tables[table - 1][value], 0);
        }

        return tables;
    }

    public override void Append(ReadOnlySpan<byte> bytes)
    {
        var state = _state;
        for (; bytes.Length >= Step; bytes = bytes[Step..])
        {
            var mixed = state ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes);
            state = 0;
            for (var at = 0; at < Step; at++)
                state ^= tables[Step - 1 - at][(byte)(mixed >> (8 * at))];
        }

        foreach (var value in bytes)
            state = Next(tables[0], state, value);
        _state = state;
    }

    public override byte[] Finish()
    {
        Span<byte> value = stackalloc byte[Step];
        BinaryPrimitives.WriteUInt64BigEndian(value, _state ^ _ones);
        _state = _ones;
        return value[(Step - length)..].ToArray();
    }

    private static ulong Next(ulong[] table, ulong state, byte value) => table[(byte)(state ^ value)] ^ (state >> 8);
}

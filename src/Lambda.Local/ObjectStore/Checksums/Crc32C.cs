using System.Buffers.Binary;
using System.Numerics;

namespace Lambda.Local.ObjectStore.Checksums;

/// <summary>The one CRC that processors compute themselves.</summary>
internal sealed class Crc32C : RunningChecksum
{
    public const uint Begin = uint.MaxValue;

    private uint _state = Begin;

    public static uint Of(ReadOnlySpan<byte> bytes) => ~Continue(Begin, bytes);

    public override void Append(ReadOnlySpan<byte> bytes) => _state = Continue(_state, bytes);

    public override byte[] Finish()
    {
        var value = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(value, ~_state);
        _state = Begin;
        return value;
    }

    /// <summary>From one state to the next; the value is the last one inverted.</summary>
    public static uint Continue(uint state, ReadOnlySpan<byte> bytes)
    {
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
            state = BitOperations.Crc32C(state, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (var value in bytes)
            state = BitOperations.Crc32C(state, value);
        return state;
    }
}

using System.Buffers.Binary;

namespace Lambda.Local.ObjectStore.Checksums;

/// <summary>
/// A CRC for every block of an object, so that any range of it can be verified before a byte of it is sent.
/// </summary>
internal sealed class BlockDigests
{
    /// <summary>What is read at least to verify one byte.</summary>
    public const int BlockSize = 256 * 1024;

    private readonly List<uint> _blocks = [];

    private uint _block = Crc32C.Begin;
    private int _filled;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var piece = bytes[..Math.Min(bytes.Length, BlockSize - _filled)];
            _block = Crc32C.Continue(_block, piece);
            _filled += piece.Length;
            bytes = bytes[piece.Length..];
            if (_filled == BlockSize)
                Close();
        }
    }

    /// <summary>The blocks' CRCs, 4 bytes little-endian each.</summary>
    public byte[] Finish()
    {
        if (_filled > 0)
            Close();

        var all = new byte[_blocks.Count * sizeof(uint)];
        for (var at = 0; at < _blocks.Count; at++)
            BinaryPrimitives.WriteUInt32LittleEndian(all.AsSpan(at * sizeof(uint)), _blocks[at]);
        return all;
    }

    /// <param name="block">The whole block, which only at the end of an object is a short one.</param>
    public static bool Match(byte[] all, long index, ReadOnlySpan<byte> block)
    {
        var at = index * sizeof(uint);
        return at + sizeof(uint) <= all.Length
            && BinaryPrimitives.ReadUInt32LittleEndian(all.AsSpan((int)at)) == Crc32C.Of(block);
    }

    private void Close()
    {
        _blocks.Add(~_block);
        (_block, _filled) = (Crc32C.Begin, 0);
    }
}

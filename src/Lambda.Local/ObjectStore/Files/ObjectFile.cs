using System.Buffers.Binary;
using System.Text.Json;
using Lambda.Local.ObjectStore.Checksums;
using Microsoft.Win32.SafeHandles;

namespace Lambda.Local.ObjectStore.Files;

/// <summary>
/// An object's file: the bytes first, so that a picture opened by hand is a picture, then what is known of them.
/// </summary>
/// <remarks>
/// <code>
/// bytes | facts as JSON | length and CRC-32C of the facts, 4 bytes little-endian each | "OBJECT2\n"
/// </code>
/// </remarks>
internal static class ObjectFile
{
    private const int EndLength = 16;

    private static ReadOnlySpan<byte> Mark => "OBJECT2\n"u8;

    /// <summary>What to write behind the bytes.</summary>
    public static byte[] Trailer(ObjectFacts facts)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(facts);
        var trailer = new byte[json.Length + EndLength];
        json.CopyTo(trailer, 0);

        var end = trailer.AsSpan(json.Length);
        BinaryPrimitives.WriteInt32LittleEndian(end, json.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(end[sizeof(int)..], Crc32C.Of(json));
        Mark.CopyTo(end[(2 * sizeof(int))..]);
        return trailer;
    }

    /// <exception cref="InvalidDataException">Something else than this store cut or altered the file.</exception>
    public static ObjectFacts ReadFacts(SafeFileHandle file, string path)
    {
        var length = RandomAccess.GetLength(file);
        Span<byte> end = stackalloc byte[EndLength];
        if (length < EndLength
            || RandomAccess.Read(file, end, length - EndLength) != EndLength
            || !end[(2 * sizeof(int))..].SequenceEqual(Mark))
        {
            throw Damaged(path);
        }

        var size = BinaryPrimitives.ReadInt32LittleEndian(end);
        var start = length - EndLength - size;
        if (size < 0 || start < 0)
            throw Damaged(path);

        var json = new byte[size];
        if (RandomAccess.Read(file, json, start) != size
            || BinaryPrimitives.ReadUInt32LittleEndian(end[sizeof(int)..]) != Crc32C.Of(json))
        {
            throw Damaged(path);
        }

        var facts = JsonSerializer.Deserialize<ObjectFacts>(json);
        return facts is not null && facts.Length == start ? facts : throw Damaged(path);
    }

    private static InvalidDataException Damaged(string path) =>
        new($"{path} is no whole object; restore it or delete it.");
}

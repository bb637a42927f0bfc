using System.Buffers.Binary;
using System.Text.Json;
using Microsoft.Win32.SafeHandles;

namespace Lambda.Local.ObjectStore.Files;

/// <summary>
/// An object's file: the bytes first, so that a picture opened by hand is a picture, then what is known of them.
/// </summary>
/// <remarks>
/// <code>
/// bytes | facts as JSON | length of the facts, 4 bytes little-endian | "OBJECT1\n"
/// </code>
/// </remarks>
internal static class ObjectFile
{
    private const int EndLength = 12;

    private static ReadOnlySpan<byte> Mark => "OBJECT1\n"u8;

    /// <summary>What to write behind the bytes.</summary>
    public static byte[] Trailer(ObjectFacts facts)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(facts);
        var trailer = new byte[json.Length + EndLength];
        json.CopyTo(trailer, 0);
        BinaryPrimitives.WriteInt32LittleEndian(trailer.AsSpan(json.Length), json.Length);
        Mark.CopyTo(trailer.AsSpan(json.Length + sizeof(int)));
        return trailer;
    }

    /// <exception cref="InvalidDataException">Something else than this store cut or altered the file.</exception>
    public static ObjectFacts ReadFacts(SafeFileHandle file, string path)
    {
        var length = RandomAccess.GetLength(file);
        Span<byte> end = stackalloc byte[EndLength];
        if (length < EndLength
            || RandomAccess.Read(file, end, length - EndLength) != EndLength
            || !end[sizeof(int)..].SequenceEqual(Mark))
        {
            throw Damaged(path);
        }

        var size = BinaryPrimitives.ReadInt32LittleEndian(end);
        var start = length - EndLength - size;
        if (size < 0 || start < 0)
            throw Damaged(path);

        var json = new byte[size];
        RandomAccess.Read(file, json, start);
        var facts = JsonSerializer.Deserialize<ObjectFacts>(json);
        return facts is not null && facts.Length == start ? facts : throw Damaged(path);
    }

    private static InvalidDataException Damaged(string path) =>
        new($"{path} is no whole object; restore it or delete it.");
}

using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Photos;

/// <summary>
/// Makes and checks ULIDs: 48 bits of Unix milliseconds and 80 random bits as 26 characters of Crockford's base 32,
/// so that ids sort by the time they were made (https://github.com/ulid/spec).
/// </summary>
internal static class Ulid
{
    public const int Length = 26;

    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string New(TimeProvider clock)
    {
        Span<byte> random = stackalloc byte[16];
        RandomNumberGenerator.Fill(random);
        var milliseconds = (ulong)clock.GetUtcNow().ToUnixTimeMilliseconds();
        var bits = ((UInt128)milliseconds << 80) | (BinaryPrimitives.ReadUInt128BigEndian(random) >> 48);

        return string.Create(Length, bits, static (text, rest) =>
        {
            for (var at = Length - 1; at >= 0; at--, rest >>= 5)
                text[at] = Alphabet[(int)(rest & 31)];
        });
    }

    /// <summary>The canonical form only: upper case, and a first character that fits 128 bits.</summary>
    public static bool IsValid(string? text) =>
        text is { Length: Length } && text[0] <= '7' && text.All(Alphabet.Contains);
}

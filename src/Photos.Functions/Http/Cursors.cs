using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Photos.Keys;
using Photos.Outcomes;

namespace Photos.Functions.Http;

/// <summary>
/// Hands out positions in lists, signed, and takes back only those: as they were, for the list they were made for,
/// within a day.
/// </summary>
/// <remarks>
/// A cursor is <c>version of the key (1) | expiry in Unix seconds (8) | position | HMAC-SHA-256, first half (16)</c> in
/// base64url. The signature covers the list too: its owner, path and filter. A position is a place in an order, not a
/// number, so it stays good when what was there is gone.
/// </remarks>
/// <param name="keys">Where the key is kept, made at the first question.</param>
/// <param name="clock">Tells when a cursor has grown old.</param>
public sealed class Cursors(IKeyStore keys, TimeProvider clock)
{
    /// <summary>Another number is another key, and the end of all cursors made with the one before.</summary>
    private const byte KeyVersion = 1;

    private const int Head = 1 + sizeof(long);
    private const int SignatureLength = 16;

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private byte[]? _key;

    /// <summary>Signs a position.</summary>
    /// <param name="list">Which list it is in: everything that another list differs by.</param>
    /// <param name="position">A short text.</param>
    /// <param name="ct">Ends the waiting.</param>
    internal async Task<string> SignAsync(string list, string position, CancellationToken ct)
    {
        var expiry = (clock.GetUtcNow() + Lifetime).ToUnixTimeSeconds();
        var cursor = new byte[Head + Encoding.UTF8.GetByteCount(position) + SignatureLength];
        cursor[0] = KeyVersion;
        BinaryPrimitives.WriteInt64BigEndian(cursor.AsSpan(1), expiry);
        Encoding.UTF8.GetBytes(position, cursor.AsSpan(Head));
        Sign(await KeyAsync(ct), list, cursor.AsSpan(..^SignatureLength)).CopyTo(cursor.AsSpan(^SignatureLength..));

        return Base64Url.EncodeToString(cursor);
    }

    /// <summary>The position in a cursor of that list.</summary>
    internal async Task<Outcome<string>> ReadAsync(string list, string text, CancellationToken ct)
    {
        // One cursor has one spelling: base64 ignores the last bits of a text, and the comparison does not.
        if (!Base64Url.IsValid(text)
            || Base64Url.DecodeFromChars(text) is not { Length: > Head + SignatureLength } cursor
            || Base64Url.EncodeToString(cursor) != text)
            return Invalid;

        var expected = Sign(await KeyAsync(ct), list, cursor.AsSpan(..^SignatureLength));
        if (!CryptographicOperations.FixedTimeEquals(expected, cursor.AsSpan(^SignatureLength..))
            || cursor[0] != KeyVersion
            || BinaryPrimitives.ReadInt64BigEndian(cursor.AsSpan(1)) <= clock.GetUtcNow().ToUnixTimeSeconds())
            return Invalid;

        return Encoding.UTF8.GetString(cursor.AsSpan(Head..^SignatureLength));
    }

    /// <summary>What was sent is no cursor of this list.</summary>
    internal static Problem Invalid { get; } = Problem.Invalid(
        "after", "Send what 'next' of the page before said, within a day, or leave it out for the first page.") with
    {
        Code = "invalid-cursor",
    };

    // The list is hashed to a fixed length first, so that no other list and position can spell the same bytes.
    private static ReadOnlySpan<byte> Sign(byte[] key, string list, ReadOnlySpan<byte> cursor)
    {
        var signed = new byte[SHA256.HashSizeInBytes + cursor.Length];
        SHA256.HashData(Encoding.UTF8.GetBytes(list), signed);
        cursor.CopyTo(signed.AsSpan(SHA256.HashSizeInBytes));
        return HMACSHA256.HashData(key, signed).AsSpan(..SignatureLength);
    }

    private async ValueTask<byte[]> KeyAsync(CancellationToken ct) => _key ??=
        await keys.FindOrAddAsync($"cursor-{KeyVersion}", RandomNumberGenerator.GetBytes(SHA256.HashSizeInBytes), ct);
}

using Photos.Library;

namespace Photos.Verification;

/// <summary>What reading an object to its end has shown.</summary>
/// <param name="IsThere">Whether there is one.</param>
/// <param name="Damage">Why it could not be read; null when it could.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">The digest of its bytes; null when they could not be read.</param>
internal sealed record StoredBytes(bool IsThere, string? Damage, long Bytes, Sha256? Sha256)
{
    /// <summary>Reads an object, a piece at a time.</summary>
    public static async Task<StoredBytes> ReadAsync(IObjectInventory objects, string key, CancellationToken ct)
    {
        await using var digest = new DigestStream();
        try
        {
            return await objects.CopyToAsync(key, digest, ct)
                ? new StoredBytes(true, null, digest.Length, digest.Finish())
                : new StoredBytes(false, null, 0, null);
        }
        catch (InvalidDataException damage)
        {
            return new StoredBytes(true, damage.Message.ReplaceLineEndings(" "), digest.Length, null);
        }
    }

    /// <summary>It can be read, and holds exactly these bytes.</summary>
    public bool Are(ImageFile file) => Bytes == file.Bytes && Sha256 == file.Sha256;
}

using Photos.Library;

namespace Photos.Embedded;

/// <summary>Removal that leaves the id taken.</summary>
internal static class Tombstones
{
    /// <summary>Empties one row by a statement, and on the occasion lets go of the owner's oldest tombstones.</summary>
    public static async Task<bool> BuryAsync(
        this Database database,
        string table,
        string empty,
        (OwnerId Owner, EntryId Id, int Version) what,
        DateTimeOffset now,
        CancellationToken ct)
    {
        var owner = ("$owner", (object?)what.Owner.Subject);
        var buried = await database.ExecuteAsync(
            empty,
            [owner, ("$id", what.Id.ToString()), ("$version", what.Version), ("$now", now.ToUnixTimeMilliseconds())],
            ct);

        var old = (now - Tombstone.Lifetime).ToUnixTimeMilliseconds();
        await database.ExecuteAsync(
            $"delete from {table} where owner = $owner and deleted_at < $old", [owner, ("$old", old)], ct);
        return buried;
    }
}

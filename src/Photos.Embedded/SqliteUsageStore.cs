using Microsoft.Data.Sqlite;
using Photos.Library;

namespace Photos.Embedded;

/// <summary>Each owner's usage as one row, with the tokens of what it has taken in beside it.</summary>
/// <param name="database">The file they are in.</param>
public sealed class SqliteUsageStore(Database database) : IUsageStore
{
    internal const string Select =
        "select library_photos, library_bytes, trash_photos, trash_bytes from usage where owner = $owner";

    /// <inheritdoc/>
    public async Task<LibraryUsage> FindAsync(OwnerId owner, CancellationToken ct)
    {
        var found = await database.QueryAsync(Select, [("$owner", owner.Subject)], ToUsage, ct);
        return found.SingleOrDefault() ?? LibraryUsage.None;
    }

    /// <inheritdoc/>
    public async Task ApplyAsync(OwnerId owner, UsageChange change, DateTimeOffset now, CancellationToken ct)
    {
        await using var connection = await database.ConnectAsync(ct);
        await using var transaction = connection.BeginTransaction(deferred: false);
        await using var token = connection.Command(
            "insert into usage_tokens (owner, token, at) values ($owner, $token, $at) on conflict do nothing",
            ("$owner", owner.Subject),
            ("$token", change.Token),
            ("$at", now.ToUnixTimeMilliseconds()));
        if (await token.ExecuteNonQueryAsync(ct) == 0)
            return;

        await using var counters = connection.Command(
            """
            insert into usage values ($owner, $library_photos, $library_bytes, $trash_photos, $trash_bytes)
                on conflict do update
               set library_photos = library_photos + excluded.library_photos,
                   library_bytes = library_bytes + excluded.library_bytes,
                   trash_photos = trash_photos + excluded.trash_photos,
                   trash_bytes = trash_bytes + excluded.trash_bytes
            """,
            ("$owner", owner.Subject),
            ("$library_photos", change.Library.Photos),
            ("$library_bytes", change.Library.Bytes),
            ("$trash_photos", change.Trash.Photos),
            ("$trash_bytes", change.Trash.Bytes));
        await counters.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
    }

    /// <inheritdoc/>
    public async Task ForgetTokensAsync(OwnerId owner, DateTimeOffset before, CancellationToken ct)
    {
        await using var connection = await database.ConnectAsync(ct);
        await using var command = connection.Command(
            "delete from usage_tokens where owner = $owner and at < $before",
            ("$owner", owner.Subject),
            ("$before", before.ToUnixTimeMilliseconds()));
        await command.ExecuteNonQueryAsync(ct);
    }

    internal static LibraryUsage ToUsage(SqliteDataReader row) => new(
        new StoredAmount(row.GetInt64(0), row.GetInt64(1)), new StoredAmount(row.GetInt64(2), row.GetInt64(3)));
}

using Microsoft.Data.Sqlite;
using Photos.Library;
using Photos.Repeats;

namespace Photos.Embedded;

/// <summary>Named requests as rows of one table.</summary>
/// <param name="database">The file they are in.</param>
public sealed class SqliteRequestStore(Database database) : IRequestStore
{
    /// <inheritdoc/>
    public async Task<KeyedRequest?> FindAsync(OwnerId owner, string key, DateTimeOffset now, CancellationToken ct)
    {
        var found = await database.QueryAsync(
            """
            select digest, new_id, version, started_at, expires_at, answer, answer_until from requests
             where owner = $owner and key = $key and expires_at > $now
            """,
            [("$owner", owner.Subject), ("$key", key), ("$now", now.ToUnixTimeMilliseconds())],
            row => ToRequest(owner, key, row),
            ct);

        return found.SingleOrDefault();
    }

    /// <inheritdoc/>
    public async Task<bool> AddAsync(KeyedRequest request, DateTimeOffset now, CancellationToken ct)
    {
        await database.ExecuteAsync(
            "delete from requests where expires_at <= $now", [("$now", now.ToUnixTimeMilliseconds())], ct);

        return await database.ExecuteAsync(
            """
            insert into requests (owner, key, digest, new_id, version, started_at, expires_at, answer, answer_until)
            values ($owner, $key, $digest, $new_id, $version, $started_at, $expires_at, $answer, $answer_until)
            on conflict do nothing
            """,
            Values(request),
            ct);
    }

    /// <inheritdoc/>
    public Task<bool> ReplaceAsync(KeyedRequest changed, CancellationToken ct) => database.ExecuteAsync(
        """
        update requests
           set version = $version, started_at = $started_at, answer = $answer, answer_until = $answer_until
         where owner = $owner and key = $key and version = $version - 1
        """,
        Values(changed),
        ct);

    /// <inheritdoc/>
    public Task RemoveAsync(KeyedRequest request, CancellationToken ct) => database.ExecuteAsync(
        "delete from requests where owner = $owner and key = $key and version = $version", Values(request), ct);

    private static KeyedRequest ToRequest(OwnerId owner, string key, SqliteDataReader row) => new()
    {
        Owner = owner,
        Key = key,
        Digest = Sha256.TryParse(row.GetString(0), out var digest) ? digest : throw Damaged(),
        NewId = EntryId.Stored(row.GetString(1)),
        Version = row.GetInt32(2),
        StartedAt = row.Instant(3),
        ExpiresAt = row.Instant(4),
        Answer = row.IsDBNull(5) ? null : (byte[])row[5],
        AnswerUntil = row.IsDBNull(6) ? null : row.Instant(6),
    };

    private static (string Name, object? Value)[] Values(KeyedRequest request) =>
    [
        ("$owner", request.Owner.Subject),
        ("$key", request.Key),
        ("$digest", request.Digest.Hex),
        ("$new_id", request.NewId.ToString()),
        ("$version", request.Version),
        ("$started_at", request.StartedAt.ToUnixTimeMilliseconds()),
        ("$expires_at", request.ExpiresAt.ToUnixTimeMilliseconds()),
        ("$answer", request.Answer),
        ("$answer_until", request.AnswerUntil?.ToUnixTimeMilliseconds()),
    ];

    private static InvalidDataException Damaged() => new("A remembered request is damaged; put back a copy.");
}

using Photos.Keys;

namespace Photos.Embedded;

/// <summary>Keys as rows of one table.</summary>
/// <param name="database">The file they are in.</param>
public sealed class SqliteKeyStore(Database database) : IKeyStore
{
    /// <inheritdoc/>
    public async Task<byte[]> FindOrAddAsync(string name, byte[] candidate, CancellationToken ct)
    {
        await database.ExecuteAsync(
            "insert into keys (name, key) values ($name, $key) on conflict do nothing",
            [("$name", name), ("$key", candidate)],
            ct);

        var found = await database.QueryAsync(
            "select key from keys where name = $name", [("$name", name)], row => (byte[])row[0], ct);
        return found.Single();
    }
}

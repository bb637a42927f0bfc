using Microsoft.Data.Sqlite;

namespace Photos.Embedded;

/// <summary>The two things that every store does with its database.</summary>
internal static class Statements
{
    /// <summary>Every row, read by <paramref name="read"/>.</summary>
    public static async Task<List<T>> QueryAsync<T>(
        this Database database,
        string sql,
        (string Name, object? Value)[] parameters,
        Func<SqliteDataReader, T> read,
        CancellationToken ct)
    {
        await using var connection = await database.ConnectAsync(ct);
        return await connection.QueryAsync(sql, parameters, read, ct);
    }

    /// <summary>Every row, as one of several statements that belong together.</summary>
    public static async Task<List<T>> QueryAsync<T>(
        this SqliteConnection connection,
        string sql,
        (string Name, object? Value)[] parameters,
        Func<SqliteDataReader, T> read,
        CancellationToken ct)
    {
        await using var query = connection.Command(sql, parameters);

        var found = new List<T>();
        await using var rows = await query.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct))
            found.Add(read(rows));

        return found;
    }

    /// <summary>True when one row was written.</summary>
    public static async Task<bool> ExecuteAsync(
        this Database database, string sql, (string Name, object? Value)[] parameters, CancellationToken ct)
    {
        await using var connection = await database.ConnectAsync(ct);
        await using var command = connection.Command(sql, parameters);
        return await command.ExecuteNonQueryAsync(ct) == 1;
    }

    public static string? Text(this SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);

    public static DateTimeOffset Instant(this SqliteDataReader row, int column) =>
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));
}

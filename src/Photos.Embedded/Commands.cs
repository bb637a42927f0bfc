using Microsoft.Data.Sqlite;

namespace Photos.Embedded;

/// <summary>Commands as one expression: SQL and its parameters by name.</summary>
internal static class Commands
{
    public static SqliteCommand Command(
        this SqliteConnection connection, string sql, params IEnumerable<(string Name, object? Value)> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);

        return command;
    }

    /// <summary>The first column of the first row, or null; also the way to run what has no answer.</summary>
    public static async Task<object?> ScalarAsync(this SqliteConnection connection, string sql, CancellationToken ct)
    {
        await using var command = connection.Command(sql);
        return await command.ExecuteScalarAsync(ct);
    }
}

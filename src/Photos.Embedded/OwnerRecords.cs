using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace Photos.Embedded;

/// <summary>
/// Everything that the database keeps for an owner, as it is in there: for people who look at what programs do.
/// </summary>
/// <remarks>
/// Every table with a column <c>owner</c> is one kind of record, so that a new table is seen without a word about it
/// here.
/// </remarks>
public sealed class OwnerRecords(Database database)
{
    /// <summary>The tables that have owners, in the order of their names.</summary>
    public async Task<IReadOnlyList<string>> ListTablesAsync(CancellationToken ct)
    {
        await using var connection = await database.ConnectAsync(ct);
        return await ListTablesAsync(connection, ct);
    }

    /// <summary>Some rows of an owner, in the order of the table's key; none where there is no such table.</summary>
    public async Task<IReadOnlyList<JsonObject>> ListAsync(
        string owner, string table, int skip, int limit, CancellationToken ct)
    {
        await using var connection = await database.ConnectAsync(ct);
        if (!(await ListTablesAsync(connection, ct)).Contains(table))
            return [];

        // The name is one that the schema has; the order is that of the key, which the owner begins.
        var key = await KeyOfAsync(connection, table, ct);
        await using var list = connection.Command(
            $"""
            select * from {Quoted(table)}
             where owner = $owner
             order by {key}
             limit $limit offset $skip
            """,
            ("$owner", owner),
            ("$limit", limit),
            ("$skip", skip));
        await using var rows = await list.ExecuteReaderAsync(ct);
        var records = new List<JsonObject>();
        while (await rows.ReadAsync(ct))
            records.Add(RecordOf(rows));

        return records;
    }

    private static Task<IReadOnlyList<string>> ListTablesAsync(SqliteConnection connection, CancellationToken ct) =>
        TextsAsync(
            connection,
            """
            select t.name
              from sqlite_master as t, pragma_table_info(t.name) as c
             where t.type = 'table' and c.name = 'owner'
             order by t.name
            """,
            [],
            ct);

    private static async Task<string> KeyOfAsync(SqliteConnection connection, string table, CancellationToken ct)
    {
        var columns = await TextsAsync(
            connection,
            "select name from pragma_table_info($table) where pk > 0 order by pk",
            [("$table", table)],
            ct);
        return columns is [] ? "rowid" : string.Join(", ", columns.Select(Quoted));
    }

    private static async Task<IReadOnlyList<string>> TextsAsync(
        SqliteConnection connection,
        string sql,
        IEnumerable<(string Name, object? Value)> parameters,
        CancellationToken ct)
    {
        await using var command = connection.Command(sql, parameters);
        await using var rows = await command.ExecuteReaderAsync(ct);
        var texts = new List<string>();
        while (await rows.ReadAsync(ct))
            texts.Add(rows.GetString(0));

        return texts;
    }

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    // Absent members say as much as null, and leave room for the others.
    private static JsonObject RecordOf(SqliteDataReader row)
    {
        var record = new JsonObject();
        for (var column = 0; column < row.FieldCount; column++)
        {
            var name = row.GetName(column);
            if (name is not "owner" && ValueOf(row.GetValue(column)) is { } value)
                record[name] = value;
        }

        return record;
    }

    private static JsonValue? ValueOf(object value) => value switch
    {
        DBNull => null,
        long number => JsonValue.Create(number),
        double number => JsonValue.Create(number),
        byte[] bytes => JsonValue.Create(string.Create(CultureInfo.InvariantCulture, $"{bytes.Length} bytes")),
        _ => JsonValue.Create(value.ToString()),
    };
}

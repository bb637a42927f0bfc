using System.Globalization;
using Microsoft.Data.Sqlite;
using Photos.Embedded;
using Photos.Library;

namespace Photos.LibraryBenchmark;

/// <summary>
/// Makes a library of many photos quickly: one is stored as the library stores it, and SQL makes the others of it, each
/// with an id, a place, a time and a digest of its own.
/// </summary>
internal static class Filling
{
    public const string Tag = "beach";

    // Photos are uploaded in another order than they were taken in: neighbours in a list are far apart in the table.
    // The factor is a prime, so that each time is given once.
    private const string Shuffled = "(i * 7919 % $count)";

    private static readonly Dictionary<string, string> Values = new()
    {
        ["id"] = "printf('01J%023d', i)",
        ["original"] = "printf('u/%s/01J%023d/%024x', owner, i, i)",
        ["sha256"] = "lower(hex(randomblob(32)))",
        ["state"] = "case when i % 5 = 0 then 'trashed' else 'ready' end",
        ["trashed_at"] = $"case when i % 5 = 0 then added_at + {Shuffled} end",
        ["due"] = $"case when i % 5 = 0 then added_at + {Shuffled} + 2592000000 end",
        ["taken_local"] =
            $"strftime('%Y-%m-%dT%H:%M:%f', '2004-01-01', ({Shuffled} * 600000000.0 / $count) || ' seconds')",
        ["favourite"] = "i % 4 = 1",
        ["tags"] = $"case when i % 4 = 2 then '{Tag}' end",
    };

    /// <summary>Fills a new database.</summary>
    public static async Task<Database> RunAsync(string path, Photo photo, int count)
    {
        var database = await Database.OpenAsync(path, default);
        await new SqlitePhotoStore(database).AddAsync(photo, default);

        await using var connection = new SqliteConnection($"Data Source={path}");
        await connection.OpenAsync();
        await ExecuteAsync(connection, "pragma synchronous = off; pragma cache_size = -500000", count);
        await using var transaction = connection.BeginTransaction();
        var columns = await ColumnsAsync(connection);
        var values = columns.Select(column => Values.GetValueOrDefault(column, $"one.{column}"));
        await ExecuteAsync(
            connection,
            $"""
            create temporary table one as select * from photos;
            delete from photos;
            with recursive numbers(i) as (select 0 union all select i + 1 from numbers where i + 1 < $count)
            insert into photos ({string.Join(", ", columns)})
            select {string.Join(", ", values)} from one, numbers;
            insert into photo_tags (owner, tag, taken_local, id)
            select owner, tags, taken_local, id from photos where tags is not null and state = 'ready';
            """,
            count);
        await transaction.CommitAsync();
        await ExecuteAsync(connection, "pragma wal_checkpoint(truncate)", count);
        return database;
    }

    private static async Task<List<string>> ColumnsAsync(SqliteConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "select name from pragma_table_info('photos')";
        var columns = new List<string>();
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
            columns.Add(rows.GetString(0));

        return columns;
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql, int count)
    {
        await using var command = connection.CreateCommand();
        var number = count.ToString(CultureInfo.InvariantCulture);
        command.CommandText = sql.Replace("$count", number, StringComparison.Ordinal);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }
}

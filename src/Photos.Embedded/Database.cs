using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Photos.Embedded;

/// <summary>One SQLite file: opened, checked and brought to the newest schema before anybody reads it.</summary>
public sealed class Database
{
    /// <summary>Up to this size the whole file is checked at every start, which takes under a second.</summary>
    private const long SmallEnoughToCheck = 64 * 1024 * 1024;

    private readonly string _connection;

    private Database(string path) => _connection =
        new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true }.ToString();

    /// <summary>Opens the file, or makes it.</summary>
    /// <param name="path">A file in a folder that exists.</param>
    /// <param name="ct">Ends the waiting.</param>
    /// <exception cref="InvalidDataException">
    /// The file is damaged, or a newer version wrote it; the message is for people.
    /// </exception>
    public static Task<Database> OpenAsync(string path, CancellationToken ct) => OpenAsync(path, () => false, ct);

    /// <summary>Opens the file, or makes it.</summary>
    /// <param name="path">A file in a folder that exists.</param>
    /// <param name="isMissed">
    /// Asked when the file is there but empty, as a killed first start leaves it: true when there are pictures, so
    /// that the records of them have been lost.
    /// </param>
    /// <param name="ct">Ends the waiting.</param>
    /// <exception cref="InvalidDataException">
    /// The file is damaged, empty though it is missed, or a newer version wrote it; the message is for people.
    /// </exception>
    public static async Task<Database> OpenAsync(string path, Func<bool> isMissed, CancellationToken ct)
    {
        if (new FileInfo(path) is { Exists: true, Length: 0 } && isMissed())
        {
            throw new InvalidDataException(
                $"The database {path} is empty, but there are pictures beside it; put back a copy of it, or move it "
                + "away to begin with an empty library.");
        }

        Batteries_V2.Init();
        var database = new Database(path);
        try
        {
            await using var connection = await database.ConnectAsync(ct);
            if (await connection.ScalarAsync("pragma journal_mode = wal", ct) is not "wal")
                throw new IOException($"{path} is on a file system that SQLite's write-ahead log does not work on.");
            if (new FileInfo(path).Length <= SmallEnoughToCheck
                && await connection.ScalarAsync("pragma quick_check(1)", ct) is not "ok")
                throw Damaged(path, null);

            await MigrateAsync(connection, path, ct);

            // A file that can only be read is told now, and not by the first upload that fails.
            await connection.ScalarAsync("update photos set version = version where false", ct);
            return database;
        }
        catch (SqliteException error) when (IsDamage(error))
        {
            throw Damaged(path, error);
        }
        catch (SqliteException error)
        {
            throw new IOException($"The database {path} cannot be used: {error.Message}", error);
        }
    }

    /// <summary>A file of this version that is there already, to be looked at; nothing is made or changed.</summary>
    /// <exception cref="InvalidDataException">It is not; the message is for people.</exception>
    public static async Task<Database> OpenExistingAsync(string path, CancellationToken ct)
    {
        if (!File.Exists(path))
            throw new InvalidDataException($"There is no database {path}; say where the library is.");

        var database = At(path);
        try
        {
            await using var connection = await database.ConnectAsync(ct);
            var version = await connection.ScalarAsync("pragma user_version", ct);
            return Convert.ToInt32(version, CultureInfo.InvariantCulture) == Scripts().Length
                ? database
                : throw new InvalidDataException(
                    $"{path} was written by another version of Photos; start the library once with this one.");
        }
        catch (SqliteException error) when (IsDamage(error))
        {
            throw Damaged(path, error);
        }
    }

    /// <summary>A file that another process has opened and looks after: nothing is checked or changed.</summary>
    public static Database At(string path)
    {
        Batteries_V2.Init();
        return new Database(path);
    }

    /// <summary>A connection from the pool; dispose of it after one piece of work.</summary>
    internal async Task<SqliteConnection> ConnectAsync(CancellationToken ct)
    {
        var connection = new SqliteConnection(_connection);
        await connection.OpenAsync(ct);
        return connection;
    }

    // user_version counts the scripts that have run. It is read behind the write lock, so that of two programs which
    // open a new file at once the second finds the work done.
    private static async Task MigrateAsync(SqliteConnection connection, string path, CancellationToken ct)
    {
        var scripts = Scripts();
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var version = await connection.ScalarAsync("pragma user_version", ct);
        var done = Convert.ToInt32(version, CultureInfo.InvariantCulture);
        if (done > scripts.Length)
            throw new InvalidDataException($"{path} was written by a newer version of Photos; start that version.");

        for (; done < scripts.Length; done++)
        {
            using var script = new StreamReader(typeof(Database).Assembly.GetManifestResourceStream(scripts[done])!);
            await connection.ScalarAsync(await script.ReadToEndAsync(ct), ct);
            await connection.ScalarAsync($"pragma user_version = {done + 1}", ct);
        }

        await transaction.CommitAsync(ct);
    }

    private static string[] Scripts() =>
    [
        .. typeof(Database).Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    // The scripts themselves are right, so SQL that fails has met a file that is not what it says it is.
    private static bool IsDamage(SqliteException error) =>
        error.SqliteErrorCode is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB or raw.SQLITE_ERROR;

    private static InvalidDataException Damaged(string path, SqliteException? error) => new(
        $"The database {path} is damaged; put back a copy of it, or move it away to begin with an empty library.",
        error);
}

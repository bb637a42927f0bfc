using Microsoft.Data.Sqlite;
using Photos.Embedded;

namespace Photos.Tests.Stores;

/// <summary>New SQLite files for one class of tests.</summary>
public sealed class ScratchDatabase : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("photos-").FullName;

    public Task<Database> NewAsync(CancellationToken ct) => Database.OpenAsync(NewPath(), ct);

    /// <summary>Where there is no file yet.</summary>
    public string NewPath() => Path.Combine(_folder, $"{Guid.CreateVersion7():N}.db");

    /// <summary>A connection of a test's own, past the stores.</summary>
    public static async Task<SqliteConnection> ConnectAsync(string path, CancellationToken ct)
    {
        var connection = new SqliteConnection($"Data Source={path}");
        await connection.OpenAsync(ct);
        return connection;
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}

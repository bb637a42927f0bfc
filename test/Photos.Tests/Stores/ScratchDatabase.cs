using Microsoft.Data.Sqlite;
using Photos.Embedded;

namespace Photos.Tests.Stores;

/// <summary>New SQLite files for one class of tests.</summary>
public sealed class ScratchDatabase : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("photos-").FullName;

    public Task<Database> NewAsync(CancellationToken ct) =>
        Database.OpenAsync(Path.Combine(_folder, $"{Guid.CreateVersion7():N}.db"), ct);

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}

using Microsoft.Data.Sqlite;
using Photos.Embedded;
using Photos.Library;

namespace Photos.Tests.Stores;

/// <summary>A library that an earlier version wrote goes on as if this one had.</summary>
public sealed class MigrationTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("photos-").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_version_1_kept_is_counted_and_its_uploads_and_its_trash_come_to_an_end()
    {
        var path = Path.Combine(_folder, "photos.db");
        var (ready, trashed, pending) = (A.NewId(), A.NewId(), A.NewId());
        await WriteVersion1Async(path, (ready, "ready"), (trashed, "trashed"), (pending, "pending"));

        var database = await Database.OpenAsync(path, Ct);

        var photos = new SqlitePhotoStore(database);
        var usage = await new SqliteUsageStore(database).FindAsync(A.Owner, Ct);
        Assert.Equal(new LibraryUsage(new StoredAmount(1, 7), new StoredAmount(1, 7)), usage);
        Assert.Null((await photos.FindAsync(A.Owner, ready, Ct))!.Due);
        var waiting = (await photos.FindAsync(A.Owner, trashed, Ct))!;
        Assert.Equal(waiting.PurgeAt, waiting.Due);
        var upload = (await photos.FindAsync(A.Owner, pending, Ct))!;
        Assert.Equal(A.Noon + PhotoUploads.LinkLifetime, upload.Due);
        Assert.Equal(upload.Due + TimeSpan.FromDays(1), upload.OpenUntil);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task WriteVersion1Async(string path, params (PhotoId Id, string State)[] photos)
    {
        SQLitePCL.Batteries_V2.Init();
        var assembly = typeof(Database).Assembly;
        var script = assembly.GetManifestResourceNames()
            .Single(name => name.EndsWith("0001_photos.sql", StringComparison.Ordinal));
        using var schema = new StreamReader(assembly.GetManifestResourceStream(script)!);
        await using var connection = new SqliteConnection($"Data Source={path}");
        await connection.OpenAsync(Ct);
        await using var command = connection.CreateCommand();
        command.CommandText = await schema.ReadToEndAsync(Ct) + "; pragma user_version = 1;" + string.Concat(
            photos.Select(photo =>
                $"""
                insert into photos (owner, id, version, state, name, type, bytes, sha256, original, added_at,
                                    taken_local, taken_source, trashed_at)
                values ('{A.Owner}', '{photo.Id}', 1, '{photo.State}', 'a.jpg', 'image/jpeg', 7,
                        '{A.DigestOf([1])}', 'u/a/b/c', {A.Noon.ToUnixTimeMilliseconds()},
                        '2015-04-10T20:12:23.000', 'exif',
                        {(photo.State == "trashed" ? A.Noon.ToUnixTimeMilliseconds() : "null")});
                """));
        await command.ExecuteNonQueryAsync(Ct);
    }
}

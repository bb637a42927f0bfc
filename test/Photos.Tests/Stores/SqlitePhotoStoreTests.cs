using Microsoft.Data.Sqlite;
using Photos.Embedded;
using Photos.Library;

namespace Photos.Tests.Stores;

public sealed class SqlitePhotoStoreTests : PhotoStoreContract, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("photos-").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string File => Path.Combine(_folder, "photos.db");

    [Fact]
    public async Task A_photo_outlives_the_process_that_added_it()
    {
        var photo = A.Photo();
        await (await EmptyStoreAsync()).AddAsync(photo, Ct);
        SqliteConnection.ClearAllPools();

        var reopened = new SqlitePhotoStore(await Database.OpenAsync(File, Ct));

        Assert.Equal(photo, await reopened.FindAsync(photo.Owner, photo.Id, Ct));
    }

    [Fact]
    public async Task Two_programs_may_open_a_new_file_at_once()
    {
        var opened = Enumerable.Range(0, 4).Select(_ => Task.Run(() => Database.OpenAsync(File, Ct), Ct));

        Assert.Equal(4, (await Task.WhenAll(opened)).Length);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4096)]
    public async Task A_damaged_file_is_refused_with_advice(int at)
    {
        await (await EmptyStoreAsync()).AddAsync(A.Photo(), Ct);
        SqliteConnection.ClearAllPools();
        await using (var file = System.IO.File.OpenWrite(File))
        {
            file.Position = at;
            await file.WriteAsync(Enumerable.Repeat((byte)0x5A, 512).ToArray(), Ct);
        }

        var refusal = await Assert.ThrowsAsync<InvalidDataException>(() => Database.OpenAsync(File, Ct));

        Assert.Contains("is damaged", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_file_is_a_beginning_unless_it_is_missed()
    {
        await System.IO.File.WriteAllBytesAsync(File, [], Ct);

        var refusal = await Assert.ThrowsAsync<InvalidDataException>(() => Database.OpenAsync(File, () => true, Ct));

        Assert.Contains("is empty, but there are pictures", refusal.Message, StringComparison.Ordinal);
        Assert.NotNull(await Database.OpenAsync(File, () => false, Ct));
        Assert.NotNull(await Database.OpenAsync(File, () => true, Ct));
    }

    [Fact]
    public async Task A_file_that_denies_its_own_tables_is_refused_with_advice()
    {
        await EmptyStoreAsync();
        await SetVersionAsync(0);

        var refusal = await Assert.ThrowsAsync<InvalidDataException>(() => Database.OpenAsync(File, Ct));

        Assert.Contains("is damaged", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_a_newer_version_is_refused_with_advice()
    {
        await EmptyStoreAsync();
        await SetVersionAsync(999);

        var refusal = await Assert.ThrowsAsync<InvalidDataException>(() => Database.OpenAsync(File, Ct));

        Assert.Contains("newer version", refusal.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    protected override async Task<IPhotoStore> EmptyStoreAsync() =>
        new SqlitePhotoStore(await Database.OpenAsync(File, Ct));

    private async Task SetVersionAsync(int version)
    {
        await using var connection = new SqliteConnection($"Data Source={File}");
        await connection.OpenAsync(Ct);
        await using var command = connection.CreateCommand();
        command.CommandText = $"pragma user_version = {version}";
        await command.ExecuteNonQueryAsync(Ct);
    }
}

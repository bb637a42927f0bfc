using Microsoft.Data.Sqlite;
using Photos.Embedded;
using Photos.Tests.Stores;

namespace Photos.Tests.Verification;

public sealed class VerifyOnALaptopTests : VerifyContract
{
    private readonly ScratchDatabase _scratch = new();
    private string _path = "";

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _scratch.Dispose();
    }

    [Fact]
    public async Task An_index_that_misses_a_row_is_told()
    {
        await Library.KeepAsync(photo => photo with { Favourite = true });
        await ExecuteAsync(
            """
            pragma writable_schema = on;
            update sqlite_master set sql = replace(sql, 'favourite = 1', 'favourite = 0')
             where name = 'photos_favourite';
            pragma writable_schema = reset;
            """);

        await Library.OnlyTellsAsync("records: wrong # of entries in index photos_favourite");
    }

    [Fact]
    public async Task A_list_by_tag_that_shows_too_much_is_mended()
    {
        var photo = await Library.KeepAsync();
        await ExecuteAsync($"insert into photo_tags values ('{photo.Owner}', 'beach', 'now', '{photo.Id}')");

        await Library.MendsAsync("the list of the tag 'beach' shows it at now");
    }

    [Fact]
    public async Task Rows_of_nobody_are_told()
    {
        await ExecuteAsync("insert into usage values ('nobody', 1, 1, 0, 0)");

        await Library.OnlyTellsAsync("rows are of 'nobody', who cannot be an owner");
    }

    [Fact]
    public async Task A_file_among_the_objects_that_is_none_is_told_by_its_path()
    {
        var photo = await Library.KeepAsync();
        await Library.PutAsync(photo.Original, KeptLibrary.BytesOf(1));
        var file = Path.Combine(Path.GetDirectoryName(Library.Rescued)!, "objects", "objects", "stray.object");
        await File.WriteAllTextAsync(file, "stray", Ct);

        await Library.OnlyTellsAsync($"object {file}: it is none that the library makes");
    }

    private protected override async Task<ISpoiler> NewHomeAsync()
    {
        _path = _scratch.NewPath();
        return new EmbeddedSpoiler(_path, await Database.OpenAsync(_path, Ct));
    }

    private async Task ExecuteAsync(string sql)
    {
        await using (var connection = await ScratchDatabase.ConnectAsync(_path, Ct))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync(Ct);
        }

        SqliteConnection.ClearAllPools();
    }
}

public sealed class VerifyInTheCloudTests(Dynalite dynalite) : VerifyContract
{
    private protected override async Task<ISpoiler> NewHomeAsync() =>
        new CloudSpoiler(dynalite, await dynalite.NewTableAsync(Ct));
}

using Microsoft.Data.Sqlite;
using Photos.Embedded;

namespace Photos.Tests.Stores;

/// <summary>The database as people look at it, who want to know what programs keep.</summary>
public sealed class OwnerRecordsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("photos-").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string File => Path.Combine(_folder, "photos.db");

    [Fact]
    public async Task An_owner_has_pages_of_rows_and_nobody_elses()
    {
        var database = await Database.OpenAsync(File, Ct);
        var store = new SqlitePhotoStore(database);
        var first = A.FullPhoto();
        await store.AddAsync(first, Ct);
        await store.AddAsync(A.Photo() with { Owner = A.Stranger }, Ct);
        var records = new OwnerRecords(database);

        var all = await records.ListAsync(first.Owner.Subject, "photos", 0, 10, Ct);
        var behind = await records.ListAsync(first.Owner.Subject, "photos", 1, 10, Ct);

        Assert.Equal(first.Id.ToString(), Assert.Single(all)["id"]!.GetValue<string>());
        Assert.False(all[0].ContainsKey("owner"));
        Assert.Empty(behind);
    }

    [Fact]
    public async Task A_new_table_with_owners_is_seen_without_a_word_about_it()
    {
        var database = await Database.OpenAsync(File, Ct);
        await RunAsync(
            """"
            create table "shared ""things""" (owner text, id integer, bytes blob, note text, primary key (owner, id));
            insert into "shared ""things""" values
              ('ada', 2, x'00ff', null), ('ada', 1, null, 'first'), ('bo', 3, null, '');
            create table settings (name text);
            """");
        var records = new OwnerRecords(database);

        var tables = await records.ListTablesAsync(Ct);
        Assert.Contains("shared \"things\"", tables);
        Assert.DoesNotContain("settings", tables);
        var rows = await records.ListAsync("ada", "shared \"things\"", 0, 10, Ct);
        Assert.Equal(
            ["""{"id":1,"note":"first"}""", """{"id":2,"bytes":"2 bytes"}"""], rows.Select(row => row.ToJsonString()));
    }

    [Theory]
    [InlineData("sqlite_master")]
    [InlineData("nothing")]
    [InlineData("photos; drop table photos")]
    [InlineData("")]
    public async Task What_has_no_owners_has_no_rows(string table)
    {
        var records = new OwnerRecords(await Database.OpenAsync(File, Ct));

        Assert.Empty(await records.ListAsync("ada", table, 0, 10, Ct));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task RunAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={File}");
        await connection.OpenAsync(Ct);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Ct);
    }
}

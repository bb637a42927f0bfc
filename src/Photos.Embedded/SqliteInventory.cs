using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Photos.Books;
using Photos.Library;
using Photos.Todos;
using Photos.Verification;

namespace Photos.Embedded;

/// <summary>All rows of a database, as they are.</summary>
/// <param name="database">The file.</param>
/// <remarks>
/// A page is read in one transaction, so a photo and its tags are of one moment. Nothing is kept open between pages: a
/// reader that stays would keep the write-ahead log from being emptied.
/// </remarks>
public sealed class SqliteInventory(Database database) : IRecordInventory
{
    private const int PageSize = 500;

    /// <inheritdoc/>
    /// <remarks>Every index is compared with its table, so that no list can miss a row.</remarks>
    public async Task<IReadOnlyList<string>> FindDamageAsync(CancellationToken ct)
    {
        var found = await database.QueryAsync("pragma integrity_check(20)", [], row => row.GetString(0), ct);
        var nobody = (await ListSubjectsAsync(ct)).Where(subject => !OwnerId.TryParse(subject, out _));
        return
        [
            .. found.Where(line => line != "ok").Select(line => line.ReplaceLineEndings(" ")),
            .. nobody.Select(subject => $"rows are of '{subject}', who cannot be an owner"),
        ];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<OwnerId>> ListOwnersAsync(CancellationToken ct) =>
        [.. (await ListSubjectsAsync(ct))
            .Select(subject => OwnerId.TryParse(subject, out var owner) ? owner : null)
            .OfType<OwnerId>()];

    /// <inheritdoc/>
    public async IAsyncEnumerable<Kept<Photo>> ListPhotosAsync(
        OwnerId owner, [EnumeratorCancellation] CancellationToken ct)
    {
        for (var after = "";;)
        {
            var page = await PageAsync(owner, "id > $id", after, ct);
            foreach (var kept in page)
                yield return kept;
            if (page.Count < PageSize)
                yield break;

            after = IdOf(page[^1].Name);
        }
    }

    /// <inheritdoc/>
    public async Task<Kept<Photo>?> FindPhotoAsync(PhotoName name, CancellationToken ct) =>
        (await PageAsync(name.Owner, "id = $id", name.Id.ToString(), ct)).SingleOrDefault();

    /// <inheritdoc/>
    public IAsyncEnumerable<Kept<Book>> ListBooksAsync(OwnerId owner, CancellationToken ct) => ListEntriesAsync(
        owner,
        "version, title, cover, pages, created_at, changed_at, owner, id, page_count",
        "books",
        row => SqliteBookStore.ToBook(owner, EntryId.Stored((string)row["id"]), row),
        SqliteBookStore.Values,
        ct);

    /// <inheritdoc/>
    public IAsyncEnumerable<Kept<Todo>> ListTodosAsync(OwnerId owner, CancellationToken ct) => ListEntriesAsync(
        owner,
        $"{SqliteTodoStore.Columns}, owner",
        "todos",
        row => SqliteTodoStore.ToTodo(owner, row),
        SqliteTodoStore.Values,
        ct);

    /// <inheritdoc/>
    public async Task<KeptUsage> FindUsageAsync(OwnerId owner, CancellationToken ct)
    {
        await using var connection = await database.ConnectAsync(ct);
        await using var transaction = connection.BeginTransaction(deferred: true);
        var tokens = await connection.QueryAsync(
            "select token from usage_tokens where owner = $owner",
            [("$owner", owner.Subject)],
            row => row.GetString(0),
            ct);
        var counted = await connection.QueryAsync(
            SqliteUsageStore.Select, [("$owner", owner.Subject)], SqliteUsageStore.ToUsage, ct);

        return new KeptUsage(counted.SingleOrDefault() ?? LibraryUsage.None, tokens.ToHashSet());
    }

    private Task<List<string>> ListSubjectsAsync(CancellationToken ct) => database.QueryAsync(
        """
        select owner from photos
         union select owner from usage
         union select owner from books
         union select owner from todos
         order by owner
        """,
        [],
        row => row.GetString(0),
        ct);

    private async Task<List<Kept<Photo>>> PageAsync(OwnerId owner, string which, string id, CancellationToken ct)
    {
        await using var connection = await database.ConnectAsync(ct);
        await using var transaction = connection.BeginTransaction(deferred: true);
        (string Name, object? Value)[] parameters =
            [("$owner", owner.Subject), ("$id", id), ("$limit", PageSize)];
        var tags = await connection.QueryAsync(
            $"""
            select t.id, t.taken_local, t.tag from photo_tags t
             where t.owner = $owner and t.id in
                   (select id from photos where owner = $owner and {which} order by id limit $limit)
            """,
            parameters,
            row => (Id: row.GetString(0), Place: (row.GetString(1), row.GetString(2))),
            ct);
        var tagged = tags.ToLookup(tag => tag.Id, tag => tag.Place);

        return await connection.QueryAsync(
            $"select {PhotoRow.Columns} from photos where owner = $owner and {which} order by id limit $limit",
            parameters,
            row => Kept.Of(
                $"{owner}/{row.GetString(1)}",
                () => PhotoRow.ToPhoto(owner, row),
                photo => PhotoRow.Differences(row, photo).Concat(Tags(photo, [.. tagged[row.GetString(1)]]))),
            ct);
    }

    // Lists show whatever has a row, so one too many is as wrong as one missing.
    private static IEnumerable<string> Tags(Photo photo, HashSet<(string Place, string Tag)> stored)
    {
        (string Place, string Tag)[] needed = photo.State == PhotoState.Ready
            ? [.. photo.Tags.Select(tag => (Words.Of(photo.TakenAt.Local), tag.Text))]
            : [];
        foreach (var (place, tag) in needed.Except(stored))
            yield return $"the list of its tag '{tag}' does not show it at {place}";
        foreach (var (place, tag) in stored.Except(needed))
            yield return $"the list of the tag '{tag}' shows it at {place}, where it does not belong";
    }

    private async IAsyncEnumerable<Kept<T>> ListEntriesAsync<T>(
        OwnerId owner,
        string columns,
        string table,
        Func<SqliteDataReader, T> read,
        Func<T, (string Name, object? Value)[]> write,
        [EnumeratorCancellation] CancellationToken ct)
        where T : class
    {
        for (var after = "";;)
        {
            var page = await database.QueryAsync(
                $"""
                select {columns} from {table}
                 where owner = $owner and id > $after and deleted_at is null
                 order by id
                 limit $limit
                """,
                [("$owner", owner.Subject), ("$after", after), ("$limit", PageSize)],
                row => Kept.Of($"{owner}/{row["id"]}", () => read(row), value => Rows.Differences(row, write(value))),
                ct);
            foreach (var kept in page)
                yield return kept;
            if (page.Count < PageSize)
                yield break;

            after = IdOf(page[^1].Name);
        }
    }

    private static string IdOf(string name) => name[(name.IndexOf('/', StringComparison.Ordinal) + 1)..];
}

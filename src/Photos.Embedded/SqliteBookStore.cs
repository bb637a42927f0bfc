using Microsoft.Data.Sqlite;
using Photos.Books;
using Photos.Library;

namespace Photos.Embedded;

/// <summary>Books as rows of one table, their pages as one text.</summary>
/// <param name="database">The file they are in.</param>
public sealed class SqliteBookStore(Database database) : IBookStore
{
    /// <inheritdoc/>
    public async Task<Book?> FindAsync(OwnerId owner, EntryId id, CancellationToken ct)
    {
        var found = await database.QueryAsync(
            """
            select version, title, cover, pages, created_at, changed_at from books
             where owner = $owner and id = $id and deleted_at is null
            """,
            [("$owner", owner.Subject), ("$id", id.ToString())],
            row => ToBook(owner, id, row),
            ct);

        return found.SingleOrDefault();
    }

    /// <inheritdoc/>
    public async Task<BookList> ListAsync(OwnerId owner, EntryId? after, int limit, CancellationToken ct)
    {
        var behind = after is null ? "" : "and id < $after";
        var found = await database.QueryAsync(
            $"""
            select id, title, cover, page_count, created_at, changed_at from books
             where owner = $owner and deleted_at is null {behind}
             order by id desc
             limit $limit
            """,
            [("$owner", owner.Subject), ("$after", after?.ToString()), ("$limit", limit + 1)],
            row => new BookCover(
                EntryId.Stored(row.GetString(0)),
                Line.Stored(row.GetString(1)),
                Photo(row, 2),
                row.GetInt32(3),
                row.Instant(4),
                row.Instant(5)),
            ct);

        return BookList.Of(found, limit);
    }

    /// <inheritdoc/>
    public Task<bool> AddAsync(Book book, CancellationToken ct) => database.ExecuteAsync(
        """
        insert into books (owner, id, version, title, cover, pages, page_count, created_at, changed_at)
        values ($owner, $id, $version, $title, $cover, $pages, $page_count, $created_at, $changed_at)
        on conflict do nothing
        """,
        Values(book),
        ct);

    /// <inheritdoc/>
    public Task<bool> ReplaceAsync(Book changed, CancellationToken ct) => database.ExecuteAsync(
        """
        update books
           set version = $version, title = $title, cover = $cover, pages = $pages, page_count = $page_count,
               changed_at = $changed_at
         where owner = $owner and id = $id and version = $version - 1 and deleted_at is null
        """,
        Values(changed),
        ct);

    /// <inheritdoc/>
    public Task<bool> RemoveAsync(Book book, DateTimeOffset now, CancellationToken ct) => database.BuryAsync(
        "books",
        """
        update books
           set version = $version + 1, title = '', cover = null, pages = '', page_count = 0, deleted_at = $now
         where owner = $owner and id = $id and version = $version and deleted_at is null
        """,
        (book.Owner, book.Id, book.Version),
        now,
        ct);

    internal static Book ToBook(OwnerId owner, EntryId id, SqliteDataReader row) => new(
        id,
        owner,
        row.GetInt32(0),
        BookContent.Stored(Line.Stored(row.GetString(1)), Photo(row, 2), BookPage.Read(row.GetString(3))),
        row.Instant(4),
        row.Instant(5));

    internal static (string Name, object? Value)[] Values(Book book) =>
    [
        ("$owner", book.Owner.Subject),
        ("$id", book.Id.ToString()),
        ("$version", book.Version),
        ("$title", book.Content.Title.Text),
        ("$cover", book.Content.Cover?.ToString()),
        ("$pages", BookPage.Write(book.Content.Pages)),
        ("$page_count", book.Content.Pages.Count),
        ("$created_at", book.CreatedAt.ToUnixTimeMilliseconds()),
        ("$changed_at", book.ChangedAt.ToUnixTimeMilliseconds()),
    ];

    private static PhotoId? Photo(SqliteDataReader row, int column) =>
        PhotoId.TryParse(row.Text(column), out var photo) ? photo : null;
}

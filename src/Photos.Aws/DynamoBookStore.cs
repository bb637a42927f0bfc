using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Photos.Books;
using Photos.Library;

namespace Photos.Aws;

/// <summary>Books as items of the one table, their pages as one text of at most 400 KB.</summary>
/// <param name="dynamo">The client.</param>
/// <param name="table">The table's name.</param>
/// <remarks>A list reads an index without the pages, so 201 books stay below the 1 MB at which a Query ends.</remarks>
public sealed class DynamoBookStore(IAmazonDynamoDB dynamo, string table) : IBookStore
{
    private const string Prefix = "book#";

    /// <inheritdoc/>
    public async Task<Book?> FindAsync(OwnerId owner, EntryId id, CancellationToken ct) =>
        await dynamo.FindAsync(table, Key(owner, id), ct) is { } item && !EntryItem.IsTombstone(item)
            ? ToBook(owner, item)
            : null;

    /// <inheritdoc/>
    public async Task<BookList> ListAsync(OwnerId owner, EntryId? after, int limit, CancellationToken ct)
    {
        var query = EntryItem.Query(table, owner, EntryItem.ByShelf, Prefix, limit);
        query.ScanIndexForward = false;
        query.ExclusiveStartKey = after is null
            ? null
            : EntryItem.Position(Key(owner, after), EntryItem.ByShelf, $"{Prefix}{after}");

        return BookList.Of(((await dynamo.QueryAsync(query, ct)).Items ?? []).ConvertAll(ToCover), limit);
    }

    /// <inheritdoc/>
    public Task<bool> AddAsync(Book book, CancellationToken ct) => dynamo.AddAsync(table, Item(book), ct);

    /// <inheritdoc/>
    public Task<bool> ReplaceAsync(Book changed, CancellationToken ct) =>
        dynamo.ReplaceAsync(table, Item(changed), changed.Version - 1, ct);

    /// <inheritdoc/>
    public Task<bool> RemoveAsync(Book book, DateTimeOffset now, CancellationToken ct) => dynamo.ReplaceAsync(
        table, EntryItem.Tombstone(Key(book.Owner, book.Id), book.Version + 1, now), book.Version, ct);

    private static Dictionary<string, AttributeValue> Key(OwnerId owner, EntryId id) => EntryItem.Key(owner, 'B', id);

    internal static Dictionary<string, AttributeValue> Item(Book book)
    {
        var item = Key(book.Owner, book.Id);
        item.Write(EntryItem.ByShelf, $"{Prefix}{book.Id}");
        item.Write("Version", book.Version);
        item.Write("Title", book.Content.Title.Text);
        item.Write("Cover", book.Content.Cover?.ToString());
        item.Write("Pages", BookPage.Write(book.Content.Pages));
        item.Write("PageCount", book.Content.Pages.Count);
        item.Write("CreatedAt", book.CreatedAt.ToUnixTimeMilliseconds());
        item.Write("ChangedAt", book.ChangedAt.ToUnixTimeMilliseconds());
        return item;
    }

    internal static Book ToBook(OwnerId owner, Dictionary<string, AttributeValue> item)
    {
        var cover = ToCover(item);
        var content = BookContent.Stored(cover.Title, cover.Cover, BookPage.Read(item["Pages"].S));
        return new Book(cover.Id, owner, (int)item.Number("Version")!, content, cover.CreatedAt, cover.ChangedAt);
    }

    private static BookCover ToCover(Dictionary<string, AttributeValue> item) => new(
        EntryItem.Id(item),
        Line.Stored(item["Title"].S),
        EntryItem.Photo(item, "Cover"),
        (int)item.Number("PageCount")!,
        EntryItem.Instant(item, "CreatedAt"),
        EntryItem.Instant(item, "ChangedAt"));
}

using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Photos.Library;
using Photos.Todos;

namespace Photos.Aws;

/// <summary>
/// To-dos as items of the one table. Index <c>Shelf</c> has them all by day due, index <c>Timeline</c> by whether they
/// are done and then by day due.
/// </summary>
/// <param name="dynamo">The client.</param>
/// <param name="table">The table's name.</param>
public sealed class DynamoTodoStore(IAmazonDynamoDB dynamo, string table) : ITodoStore
{
    /// <inheritdoc/>
    public async Task<Todo?> FindAsync(OwnerId owner, EntryId id, CancellationToken ct) =>
        await dynamo.FindAsync(table, Key(owner, id), ct) is { } item && !EntryItem.IsTombstone(item)
            ? ToTodo(owner, item)
            : null;

    /// <inheritdoc/>
    public async Task<TodoList> ListAsync(
        OwnerId owner, bool? done, TodoCursor? after, int limit, CancellationToken ct)
    {
        var (index, prefix) = done is { } state ? (PhotoItem.ByTime, Prefix(state)) : (EntryItem.ByShelf, Prefix(null));
        var query = EntryItem.Query(table, owner, index, prefix, limit);
        query.ExclusiveStartKey = after is null
            ? null
            : EntryItem.Position(Key(owner, after.Id), index, Place(prefix, after));

        var found = await dynamo.QueryAsync(query, ct);
        return TodoList.Of((found.Items ?? []).ConvertAll(item => ToTodo(owner, item)), limit);
    }

    /// <inheritdoc/>
    public Task<bool> AddAsync(Todo todo, CancellationToken ct) => dynamo.AddAsync(table, Item(todo), ct);

    /// <inheritdoc/>
    public Task<bool> ReplaceAsync(Todo changed, CancellationToken ct) =>
        dynamo.ReplaceAsync(table, Item(changed), changed.Version - 1, ct);

    /// <inheritdoc/>
    public Task<bool> RemoveAsync(Todo todo, DateTimeOffset now, CancellationToken ct) => dynamo.ReplaceAsync(
        table, EntryItem.Tombstone(Key(todo.Owner, todo.Id), todo.Version + 1, now), todo.Version, ct);

    private static Dictionary<string, AttributeValue> Key(OwnerId owner, EntryId id) => EntryItem.Key(owner, 'T', id);

    private static string Prefix(bool? done) => done switch
    {
        null => "todo#",
        true => "todo#done#",
        false => "todo#open#",
    };

    private static string Place(string prefix, TodoCursor at) => $"{prefix}{at.Due}#{at.Id}";

    internal static Dictionary<string, AttributeValue> Item(Todo todo)
    {
        var item = Key(todo.Owner, todo.Id);
        item.Write(EntryItem.ByShelf, Place(Prefix(null), TodoCursor.At(todo)));
        item.Write(PhotoItem.ByTime, Place(Prefix(todo.Content.Done), TodoCursor.At(todo)));
        item.Write("Version", todo.Version);
        item.Write("Title", todo.Content.Title.Text);
        item.Write("Due", TodoCursor.Of(todo.Content.Due));
        item.Write("Done", todo.Content.Done ? 1 : 0);
        item.Write("Photo", todo.Content.Photo?.ToString());
        item.Write("CreatedAt", todo.CreatedAt.ToUnixTimeMilliseconds());
        item.Write("ChangedAt", todo.ChangedAt.ToUnixTimeMilliseconds());
        return item;
    }

    internal static Todo ToTodo(OwnerId owner, Dictionary<string, AttributeValue> item) => new(
        EntryItem.Id(item),
        owner,
        (int)item.Number("Version")!,
        new TodoContent(
            Line.Stored(item["Title"].S),
            TodoCursor.DueOf(item["Due"].S),
            item.Number("Done") == 1,
            EntryItem.Photo(item, "Photo")),
        EntryItem.Instant(item, "CreatedAt"),
        EntryItem.Instant(item, "ChangedAt"));
}

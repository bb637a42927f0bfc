using Microsoft.Data.Sqlite;
using Photos.Library;
using Photos.Todos;

namespace Photos.Embedded;

/// <summary>To-dos as rows of one table.</summary>
/// <param name="database">The file they are in.</param>
public sealed class SqliteTodoStore(Database database) : ITodoStore
{
    internal const string Columns = "id, version, title, due, done, photo, created_at, changed_at";

    /// <inheritdoc/>
    public async Task<Todo?> FindAsync(OwnerId owner, EntryId id, CancellationToken ct)
    {
        var found = await database.QueryAsync(
            $"select {Columns} from todos where owner = $owner and id = $id and deleted_at is null",
            [("$owner", owner.Subject), ("$id", id.ToString())],
            row => ToTodo(owner, row),
            ct);

        return found.SingleOrDefault();
    }

    /// <inheritdoc/>
    public async Task<TodoList> ListAsync(
        OwnerId owner, bool? done, TodoCursor? after, int limit, CancellationToken ct)
    {
        var state = done is null ? "" : "and done = $done";
        var behind = after is null ? "" : "and (due, id) > ($due, $id)";
        var found = await database.QueryAsync(
            $"""
            select {Columns} from todos
             where owner = $owner and deleted_at is null {state} {behind}
             order by due, id
             limit $limit
            """,
            [
                ("$owner", owner.Subject),
                ("$done", done),
                ("$due", after?.Due),
                ("$id", after?.Id.ToString()),
                ("$limit", limit + 1),
            ],
            row => ToTodo(owner, row),
            ct);

        return TodoList.Of(found, limit);
    }

    /// <inheritdoc/>
    public Task<bool> AddAsync(Todo todo, CancellationToken ct) => database.ExecuteAsync(
        $"""
        insert into todos (owner, {Columns})
        values ($owner, $id, $version, $title, $due, $done, $photo, $created_at, $changed_at)
        on conflict do nothing
        """,
        Values(todo),
        ct);

    /// <inheritdoc/>
    public Task<bool> ReplaceAsync(Todo changed, CancellationToken ct) => database.ExecuteAsync(
        """
        update todos
           set version = $version, title = $title, due = $due, done = $done, photo = $photo, changed_at = $changed_at
         where owner = $owner and id = $id and version = $version - 1 and deleted_at is null
        """,
        Values(changed),
        ct);

    /// <inheritdoc/>
    public Task<bool> RemoveAsync(Todo todo, DateTimeOffset now, CancellationToken ct) => database.BuryAsync(
        "todos",
        """
        update todos
           set version = $version + 1, title = '', due = '', done = 0, photo = null, deleted_at = $now
         where owner = $owner and id = $id and version = $version and deleted_at is null
        """,
        (todo.Owner, todo.Id, todo.Version),
        now,
        ct);

    internal static Todo ToTodo(OwnerId owner, SqliteDataReader row) => new(
        EntryId.Stored(row.GetString(0)),
        owner,
        row.GetInt32(1),
        new TodoContent(
            Line.Stored(row.GetString(2)),
            TodoCursor.DueOf(row.GetString(3)),
            row.GetBoolean(4),
            PhotoId.TryParse(row.Text(5), out var photo) ? photo : null),
        row.Instant(6),
        row.Instant(7));

    internal static (string Name, object? Value)[] Values(Todo todo) =>
    [
        ("$owner", todo.Owner.Subject),
        ("$id", todo.Id.ToString()),
        ("$version", todo.Version),
        ("$title", todo.Content.Title.Text),
        ("$due", TodoCursor.Of(todo.Content.Due)),
        ("$done", todo.Content.Done),
        ("$photo", todo.Content.Photo?.ToString()),
        ("$created_at", todo.CreatedAt.ToUnixTimeMilliseconds()),
        ("$changed_at", todo.ChangedAt.ToUnixTimeMilliseconds()),
    ];
}

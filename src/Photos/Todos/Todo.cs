using Photos.Library;

namespace Photos.Todos;

/// <summary>One thing on an owner's list of shots to take.</summary>
/// <param name="Id">Unique among the owner's to-dos.</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="Version">Counts changes from 1.</param>
/// <param name="Content">What the owner wants.</param>
/// <param name="CreatedAt">When it was written down, in UTC milliseconds.</param>
/// <param name="ChangedAt">When it was changed last, in UTC milliseconds.</param>
public sealed record Todo(
    EntryId Id, OwnerId Owner, int Version, TodoContent Content, DateTimeOffset CreatedAt, DateTimeOffset ChangedAt)
{
    /// <inheritdoc cref="Todo"/>
    public DateTimeOffset CreatedAt { get; } = Instant.Rounded(CreatedAt);

    /// <inheritdoc cref="Todo"/>
    public DateTimeOffset ChangedAt { get; init; } = Instant.Rounded(ChangedAt);

    /// <summary>The next version; a store writes it if none came between.</summary>
    internal Todo Become(TodoContent content, DateTimeOffset now) =>
        this with { Version = Version + 1, Content = content, ChangedAt = Instant.Rounded(now) };
}

/// <summary>A stretch of an owner's to-dos.</summary>
/// <param name="Todos">First due first.</param>
/// <param name="Next">Where the next stretch starts; null when this is the last.</param>
public sealed record TodoList(IReadOnlyList<Todo> Todos, TodoCursor? Next)
{
    /// <summary>Makes a stretch from one more than asked for, whose presence says that there is a next.</summary>
    public static TodoList Of(List<Todo> todos, int limit) => todos.Count > limit
        ? new TodoList(todos[..limit], TodoCursor.At(todos[limit - 1]))
        : new TodoList(todos, null);
}

using Photos.Library;

namespace Photos.Todos;

/// <summary>
/// Remembers to-dos. Two adapters exist (DynamoDB, SQLite) and both pass <c>TodoStoreContract</c>; whatever this page
/// does not promise, no caller may rely on.
/// </summary>
/// <remarks>
/// Every read sees each write that has returned. Absence is an answer (<c>null</c>, <c>false</c>), not an error.
/// A write that has returned survives the death of the process.
/// </remarks>
public interface ITodoStore
{
    /// <summary>The to-do; null when it is not there, or not any more.</summary>
    Task<Todo?> FindAsync(OwnerId owner, EntryId id, CancellationToken ct);

    /// <summary>
    /// The owner's to-dos by day due, then id, both ascending; what is due on no day comes last.
    /// </summary>
    /// <param name="owner">Whose to-dos.</param>
    /// <param name="done">Only those that are done, or are not; all when null.</param>
    /// <param name="after">The list starts behind this position, at the first when null.</param>
    /// <param name="limit">1 to 200 to-dos. There are fewer only at the end.</param>
    /// <param name="ct">Ends the waiting.</param>
    Task<TodoList> ListAsync(OwnerId owner, bool? done, TodoCursor? after, int limit, CancellationToken ct);

    /// <returns>False, with nothing written, when the owner has or had a to-do with this id.</returns>
    Task<bool> AddAsync(Todo todo, CancellationToken ct);

    /// <summary>Puts <paramref name="changed"/> in the place of the version before it.</summary>
    /// <returns>False, with nothing written, unless what is stored is exactly one version older.</returns>
    Task<bool> ReplaceAsync(Todo changed, CancellationToken ct);

    /// <summary>Removes that version of a to-do. Its id stays taken for <see cref="Tombstone.Lifetime"/>.</summary>
    /// <returns>False, with nothing removed, when what is stored is another version.</returns>
    Task<bool> RemoveAsync(Todo todo, DateTimeOffset now, CancellationToken ct);
}

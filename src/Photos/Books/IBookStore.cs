using Photos.Library;

namespace Photos.Books;

/// <summary>
/// Remembers books. Two adapters exist (DynamoDB, SQLite) and both pass <c>BookStoreContract</c>; whatever this page
/// does not promise, no caller may rely on.
/// </summary>
/// <remarks>
/// Every read sees each write that has returned. Absence is an answer (<c>null</c>, <c>false</c>), not an error.
/// A write that has returned survives the death of the process.
/// </remarks>
public interface IBookStore
{
    /// <summary>The book; null when it is not there, or not any more.</summary>
    Task<Book?> FindAsync(OwnerId owner, EntryId id, CancellationToken ct);

    /// <summary>The owner's books by id, descending, without their pages.</summary>
    /// <param name="owner">Whose books.</param>
    /// <param name="after">The list starts behind this one, which need not exist; at the newest when null.</param>
    /// <param name="limit">1 to 200 books. There are fewer only at the end.</param>
    /// <param name="ct">Ends the waiting.</param>
    Task<BookList> ListAsync(OwnerId owner, EntryId? after, int limit, CancellationToken ct);

    /// <returns>False, with nothing written, when the owner has or had a book with this id.</returns>
    Task<bool> AddAsync(Book book, CancellationToken ct);

    /// <summary>Puts <paramref name="changed"/> in the place of the version before it.</summary>
    /// <returns>False, with nothing written, unless what is stored is exactly one version older.</returns>
    Task<bool> ReplaceAsync(Book changed, CancellationToken ct);

    /// <summary>Removes that version of a book. Its id stays taken for <see cref="Tombstone.Lifetime"/>.</summary>
    /// <returns>False, with nothing removed, when what is stored is another version.</returns>
    Task<bool> RemoveAsync(Book book, DateTimeOffset now, CancellationToken ct);
}

using Photos.Books;
using Photos.Library;
using Photos.Todos;

namespace Photos.Verification;

/// <summary>
/// All records of a home, as they are kept: what no request needs and <see cref="LibraryVerifier"/> compares. Two
/// adapters exist (DynamoDB, SQLite).
/// </summary>
/// <remarks>
/// Any number of others may write meanwhile. A record is read whole, as some write left it; two records need not be of
/// one moment. Nothing is held in memory but a page. An outage surfaces as the adapter's own exception.
/// </remarks>
public interface IRecordInventory
{
    /// <summary>What the medium finds wrong with itself, in words; nothing as a rule.</summary>
    Task<IReadOnlyList<string>> FindDamageAsync(CancellationToken ct);

    /// <summary>Everybody who has a record, by ordinal comparison of the subjects.</summary>
    Task<IReadOnlyList<OwnerId>> ListOwnersAsync(CancellationToken ct);

    /// <summary>The owner's photos in all states, by ordinal comparison of the ids.</summary>
    IAsyncEnumerable<Kept<Photo>> ListPhotosAsync(OwnerId owner, CancellationToken ct);

    /// <summary>One photo, as the last write left it; null when there is none.</summary>
    Task<Kept<Photo>?> FindPhotoAsync(PhotoName name, CancellationToken ct);

    /// <summary>The owner's books.</summary>
    IAsyncEnumerable<Kept<Book>> ListBooksAsync(OwnerId owner, CancellationToken ct);

    /// <summary>The owner's to-dos.</summary>
    IAsyncEnumerable<Kept<Todo>> ListTodosAsync(OwnerId owner, CancellationToken ct);

    /// <summary>The owner's usage, as the last write left it.</summary>
    Task<KeptUsage> FindUsageAsync(OwnerId owner, CancellationToken ct);
}

using Photos.Library;

namespace Photos.Repeats;

/// <summary>
/// Remembers requests by the names that clients gave them. Two adapters exist (DynamoDB, SQLite) and both pass
/// <c>RequestStoreContract</c>.
/// </summary>
/// <remarks>Every read sees each write that has returned. What has expired is not there.</remarks>
public interface IRequestStore
{
    /// <summary>The request of that name; null when there is none.</summary>
    Task<KeyedRequest?> FindAsync(OwnerId owner, string key, DateTimeOffset now, CancellationToken ct);

    /// <returns>False, with nothing written, when the owner has a request of that name that has not expired.</returns>
    Task<bool> AddAsync(KeyedRequest request, DateTimeOffset now, CancellationToken ct);

    /// <summary>Puts <paramref name="changed"/> in the place of the version before it.</summary>
    /// <returns>False, with nothing written, unless what is stored is exactly one version older.</returns>
    Task<bool> ReplaceAsync(KeyedRequest changed, CancellationToken ct);

    /// <summary>Forgets that version of a request; nothing happens when it is another.</summary>
    Task RemoveAsync(KeyedRequest request, CancellationToken ct);
}

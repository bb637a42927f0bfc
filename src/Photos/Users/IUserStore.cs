using Photos.Library;

namespace Photos.Users;

/// <summary>
/// Remembers what people say of themselves. Two adapters exist (DynamoDB, SQLite) and both pass
/// <c>UserStoreContract</c>.
/// </summary>
/// <remarks>Every read sees each write that has returned.</remarks>
public interface IUserStore
{
    /// <summary>The profile; null of one who never said anything.</summary>
    Task<UserProfile?> FindAsync(OwnerId owner, CancellationToken ct);

    /// <summary>Puts <paramref name="changed"/> in the place of the version before; version 1 where is none.</summary>
    /// <returns>False, with nothing written, unless what is stored is exactly one version older.</returns>
    Task<bool> ReplaceAsync(UserProfile changed, CancellationToken ct);
}

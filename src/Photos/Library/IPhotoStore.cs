namespace Photos.Library;

/// <summary>
/// Remembers photos. Two adapters exist (DynamoDB, SQLite) and both pass <c>PhotoStoreContract</c>;
/// whatever this page does not promise, no caller may rely on.
/// </summary>
/// <remarks>
/// Every read is strongly consistent: it sees each write that has returned. Absence is an answer (<c>null</c>,
/// <c>false</c>), not an error. An outage of the medium surfaces as the adapter's own exception and reaches the caller
/// as a 500; no method here turns it into a value. A write that has returned survives the death of the process.
/// </remarks>
public interface IPhotoStore
{
    /// <summary>The photo in any state.</summary>
    Task<Photo?> FindAsync(OwnerId owner, PhotoId id, CancellationToken ct);

    /// <summary>Those of <paramref name="ids"/> that are photos of this owner, ready or in the trash.</summary>
    /// <param name="owner">Whose photos.</param>
    /// <param name="ids">As many as 501, in any order.</param>
    /// <param name="ct">Ends the waiting.</param>
    Task<IReadOnlySet<PhotoId>> KnownAsync(OwnerId owner, IReadOnlyCollection<PhotoId> ids, CancellationToken ct);

    /// <summary>A photo of this owner with these bytes, in any state; the one furthest on where there are several:
    /// ready before trashed before pending.</summary>
    Task<Photo?> FindByContentAsync(OwnerId owner, Sha256 sha256, CancellationToken ct);

    /// <summary>The pending photo of that name that was announced last.</summary>
    Task<Photo?> FindPendingAsync(OwnerId owner, FileName name, CancellationToken ct);

    /// <summary>What was announced and is not a photo yet.</summary>
    Task<StoredAmount> CountPendingAsync(OwnerId owner, CancellationToken ct);

    /// <summary>
    /// The owner's ready photos by <see cref="TakenAt.Local"/> then <see cref="Photo.Id"/>, both descending.
    /// </summary>
    /// <param name="owner">Whose photos.</param>
    /// <param name="after">The page starts behind this position, at the newest when null.</param>
    /// <param name="limit">1 to 200 photos. The page is shorter only when it is the last.</param>
    /// <param name="ct">Ends the waiting.</param>
    Task<PhotoPage> ListAsync(OwnerId owner, PhotoCursor? after, int limit, CancellationToken ct);

    /// <returns>False, with nothing written, when the owner already has a photo with this id.</returns>
    Task<bool> AddAsync(Photo photo, CancellationToken ct);

    /// <summary>Puts <paramref name="changed"/> in the place of the version before it.</summary>
    /// <returns>False, with nothing written, unless what is stored is exactly one version older.</returns>
    Task<bool> ReplaceAsync(Photo changed, CancellationToken ct);
}

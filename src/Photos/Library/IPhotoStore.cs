namespace Photos.Library;

/// <summary>
/// Remembers photos. Two adapters exist (DynamoDB, SQLite) and both pass <c>PhotoStoreContract</c>;
/// whatever this page does not promise, no caller may rely on.
/// </summary>
/// <remarks>
/// Every read but that of what is due is strongly consistent: it sees each write that has returned. Absence is an
/// answer (<c>null</c>, <c>false</c>), not an error. An outage of the medium surfaces as the adapter's own exception
/// and reaches the caller as a 500; no method here turns it into a value. After one, a write may or may not have
/// happened; repeating it is safe. A write that has returned survives the death of the process.
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

    /// <summary>The photo of this owner with these bytes that is not being purged.</summary>
    Task<Photo?> FindByContentAsync(OwnerId owner, Sha256 sha256, CancellationToken ct);

    /// <summary>
    /// The photo that was announced last under this name, whatever has become of it. Three days after its announcement
    /// a store may have forgotten the name.
    /// </summary>
    Task<Photo?> FindAnnouncedAsync(OwnerId owner, FileName name, CancellationToken ct);

    /// <summary>
    /// What was announced and is not counted as kept yet: see <see cref="Photo.IsComing"/>. Never misses any; for a
    /// while it may count what an <see cref="IUsageStore"/> has taken in meanwhile.
    /// </summary>
    Task<StoredAmount> CountComingAsync(OwnerId owner, CancellationToken ct);

    /// <summary>
    /// The owner's photos that pass the filter, by <see cref="Photo.ListedAt"/> then <see cref="Photo.Id"/>, both
    /// descending.
    /// </summary>
    /// <param name="owner">Whose photos.</param>
    /// <param name="filter">Which of them.</param>
    /// <param name="after">
    /// The page starts behind this position, which a page of the same filter gave; at the first when null.
    /// </param>
    /// <param name="limit">1 to 200 photos. The page is shorter only when it is the last.</param>
    /// <param name="ct">Ends the waiting.</param>
    Task<PhotoPage> ListAsync(
        OwnerId owner, PhotoFilter filter, PhotoCursor? after, int limit, CancellationToken ct);

    /// <summary>
    /// Some of the photos of all owners whose <see cref="Photo.Due"/> is not after <paramref name="now"/>: at least one
    /// if there are any. May show what was true a moment ago, so read a photo again before acting.
    /// </summary>
    Task<IReadOnlyList<PhotoName>> ListDueAsync(DateTimeOffset now, int limit, CancellationToken ct);

    /// <summary>Adds a photo; of several with the same bytes that come at one moment it adds one.</summary>
    /// <returns>
    /// True when it is stored, be it by an earlier try; false, with nothing written, when the owner has another photo
    /// with this id, or one with these bytes that is not being purged.
    /// </returns>
    Task<bool> AddAsync(Photo photo, CancellationToken ct);

    /// <summary>Puts the next version in the place of the one before it.</summary>
    /// <param name="before">The photo as it was read.</param>
    /// <param name="after">What one of its methods made of it.</param>
    /// <param name="ct">Ends the waiting.</param>
    /// <returns>
    /// True when it is stored, be it by an earlier try; false, with nothing written, when something else came between.
    /// </returns>
    Task<bool> ReplaceAsync(Photo before, Photo after, CancellationToken ct);

    /// <summary>Forgets the photo.</summary>
    /// <returns>True when it is gone; false, with nothing changed, when it is another version by now.</returns>
    Task<bool> RemoveAsync(Photo photo, CancellationToken ct);
}

/// <summary>Which photo of all owners.</summary>
public readonly record struct PhotoName(OwnerId Owner, PhotoId Id);

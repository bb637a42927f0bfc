using Photos.Outcomes;

namespace Photos.Library;

/// <summary>Throwing photos away, taking them back, and forgetting them for good.</summary>
/// <param name="photos">Where they are remembered.</param>
/// <param name="images">Where their bytes are.</param>
/// <param name="changes">How they change.</param>
/// <param name="clock">Tells when.</param>
public sealed class PhotoTrash(IPhotoStore photos, IImageStore images, PhotoChanges changes, TimeProvider clock)
{
    /// <summary>To the trash. Doing it twice is the same as doing it once.</summary>
    /// <param name="owner">Whose photo.</param>
    /// <param name="id">Which photo.</param>
    /// <param name="expected">The versions that may be changed.</param>
    /// <param name="ct">Ends the waiting.</param>
    public Task<Outcome<Photo>> TrashAsync(
        OwnerId owner, PhotoId id, ExpectedVersion expected, CancellationToken ct) =>
        changes.ChangeAsync(
            owner,
            id,
            expected,
            photo => photo.State == PhotoState.Trashed ? photo : photo.Trash(clock.GetUtcNow()),
            ct);

    /// <summary>Back from the trash. Doing it twice is the same as doing it once.</summary>
    /// <inheritdoc cref="TrashAsync"/>
    public Task<Outcome<Photo>> RestoreAsync(
        OwnerId owner, PhotoId id, ExpectedVersion expected, CancellationToken ct) =>
        changes.ChangeAsync(
            owner,
            id,
            expected,
            photo => photo.State == PhotoState.Ready ? photo : photo.Restore(clock.GetUtcNow()),
            ct);

    /// <summary>Out of the trash for good. A photo that is not in the trash has to go there first.</summary>
    /// <inheritdoc cref="TrashAsync"/>
    public async Task<Outcome<Photo>> PurgeAsync(
        OwnerId owner, PhotoId id, ExpectedVersion expected, CancellationToken ct)
    {
        // Somebody asks again who was not told how it ended.
        var known = await photos.FindAsync(owner, id, ct);
        if (known is not { State: PhotoState.Purging, Owed.Move: UsageMove.Purged })
        {
            var purged = await changes.ChangeAsync(
                owner,
                id,
                expected,
                photo => photo.State == PhotoState.Trashed ? photo.Purge(clock.GetUtcNow()) : NotInTrash,
                ct);
            if (!purged.Is(out known, out var problem))
                return problem;
        }

        await EraseAsync(known, ct);
        return known;
    }

    /// <summary>
    /// Ends a photo that is being purged: its bytes, then the record, last. While a link could still bring bytes, the
    /// record stays, so that they are found and removed too.
    /// </summary>
    internal async Task EraseAsync(Photo purging, CancellationToken ct)
    {
        if (await changes.SettleAsync(purging, ct) is not { State: PhotoState.Purging } photo)
            return;

        foreach (var key in await images.ListAsync(photo.Owner, photo.Id, ct))
            await images.RemoveAsync(key, ct);

        if (!photo.IsOpen(clock.GetUtcNow()))
            await photos.RemoveAsync(photo, ct);
    }

    private static Problem NotInTrash { get; } = Problem.Conflict(
        "not-in-trash", "Only what is in the trash can be deleted for good. Delete the photo first, then again.");
}

using Photos.Outcomes;

namespace Photos.Library;

/// <summary>An owner's photos: looking at them, throwing them away, taking them back.</summary>
/// <param name="photos">Where they are remembered.</param>
/// <param name="clock">Tells when something went to the trash.</param>
public sealed class PhotoLibrary(IPhotoStore photos, TimeProvider clock)
{
    /// <summary>The most photos of one page; a wish for more is understood as this many.</summary>
    public const int MaxPageSize = 200;

    private const int Attempts = 4;

    /// <summary>The photo, ready or in the trash.</summary>
    public async Task<Outcome<Photo>> FindAsync(OwnerId owner, PhotoId id, CancellationToken ct)
    {
        var photo = await photos.FindAsync(owner, id, ct);

        return photo is { State: not PhotoState.Pending } ? photo : Problem.Missing("photo");
    }

    /// <summary>Ready photos, newest taken first; <paramref name="limit"/> is brought into 1 to 200.</summary>
    public Task<PhotoPage> ListAsync(OwnerId owner, PhotoCursor? after, int limit, CancellationToken ct) =>
        photos.ListAsync(owner, after, Math.Clamp(limit, 1, MaxPageSize), ct);

    /// <summary>To the trash. Doing it twice is the same as doing it once.</summary>
    /// <param name="owner">Whose photo.</param>
    /// <param name="id">Which photo.</param>
    /// <param name="expected">The versions that may be changed.</param>
    /// <param name="ct">Ends the waiting.</param>
    public Task<Outcome<Photo>> TrashAsync(
        OwnerId owner, PhotoId id, ExpectedVersion expected, CancellationToken ct) =>
        ChangeAsync(
            owner,
            id,
            expected,
            photo => photo.State == PhotoState.Trashed ? photo : photo.Trash(clock.GetUtcNow()),
            ct);

    /// <summary>Back from the trash. Doing it twice is the same as doing it once.</summary>
    /// <inheritdoc cref="TrashAsync"/>
    public Task<Outcome<Photo>> RestoreAsync(
        OwnerId owner, PhotoId id, ExpectedVersion expected, CancellationToken ct) =>
        ChangeAsync(owner, id, expected, photo => photo.State == PhotoState.Ready ? photo : photo.Restore(), ct);

    /// <summary>Replaces a photo by what <paramref name="change"/> makes of it; anew when another came first.</summary>
    internal async Task<Outcome<Photo>> ChangeAsync(
        OwnerId owner, PhotoId id, ExpectedVersion expected, Func<Photo, Photo> change, CancellationToken ct)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var found = await FindAsync(owner, id, ct);
            if (!found.Is(out var photo, out var problem))
                return problem;
            if (!expected.Allows(photo.Version))
                return Problem.Changed;

            var changed = change(photo);
            if (changed.Version == photo.Version || await photos.ReplaceAsync(changed, ct))
                return changed;
        }

        return Problem.Busy("photo");
    }
}

using Photos.Outcomes;

namespace Photos.Library;

/// <summary>An owner's photos: looking at them, and saying something of them.</summary>
/// <param name="photos">Where they are remembered.</param>
/// <param name="images">Where their bytes are.</param>
/// <param name="changes">How they change.</param>
public sealed class PhotoLibrary(IPhotoStore photos, IImageStore images, PhotoChanges changes)
{
    /// <summary>The most photos of one page; a wish for more is understood as this many.</summary>
    public const int MaxPageSize = 200;

    /// <summary>The photo, ready or in the trash.</summary>
    public Task<Outcome<Photo>> FindAsync(OwnerId owner, PhotoId id, CancellationToken ct) =>
        changes.FindAsync(owner, id, ct);

    /// <summary>A page of the photos that pass the filter; <paramref name="limit"/> is brought into 1 to 200.</summary>
    public Task<PhotoPage> ListAsync(
        OwnerId owner, PhotoFilter filter, PhotoCursor? after, int limit, CancellationToken ct) =>
        photos.ListAsync(owner, filter, after, Math.Clamp(limit, 1, MaxPageSize), ct);

    /// <summary>Says something of a photo, in the library or in the trash.</summary>
    /// <param name="owner">Whose photo.</param>
    /// <param name="id">Which photo.</param>
    /// <param name="expected">The versions that may be changed.</param>
    /// <param name="edit">What is said.</param>
    /// <param name="ct">Ends the waiting.</param>
    public async Task<Outcome<Photo>> EditAsync(
        OwnerId owner, PhotoId id, ExpectedVersion expected, PhotoEdit edit, CancellationToken ct)
    {
        if (!edit.ForgetsTakenAt)
            return await changes.ChangeAsync(owner, id, expected, edit.Apply, ct);

        // Without the owner's word the file's own holds again, and the file is the place where that is written.
        var found = await FindAsync(owner, id, ct);
        return found.Is(out var photo, out var problem)
            ? await changes.ChangeAsync(
                owner, id, expected, (edit with { TakenAt = await ReadTakenAtAsync(photo, ct) }).Apply, ct)
            : problem;
    }

    private async Task<TakenAt> ReadTakenAtAsync(Photo photo, CancellationToken ct)
    {
        var start = await images.ReadStartAsync(photo.Original, Metadata.ImageReader.BytesNeeded, ct);
        return Metadata.ImageReader.Read(start).TakenAt
            ?? Metadata.NameDate.Read(photo.File.Name)
            ?? TakenAt.Upload(photo.AddedAt);
    }
}

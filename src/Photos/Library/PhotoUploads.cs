using Photos.Library.Metadata;
using Photos.Outcomes;

namespace Photos.Library;

/// <summary>How a file becomes a photo: announced, sent straight to the store, verified, listed.</summary>
/// <param name="photos">Where photos are remembered, pending ones included.</param>
/// <param name="images">Where their bytes go.</param>
/// <param name="clock">Tells when.</param>
public sealed class PhotoUploads(IPhotoStore photos, IImageStore images, TimeProvider clock)
{
    /// <summary>How long a link to send bytes lives. An upload that began in time may end later.</summary>
    public static readonly TimeSpan LinkLifetime = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Announces a file. Bytes that are already in the library need no second journey: their photo is the answer, taken
    /// out of the trash if it was there. Bytes announced before keep their photo's id and place.
    /// </summary>
    /// <param name="owner">Whose file.</param>
    /// <param name="id">The id the client wishes for the photo; one is made when null.</param>
    /// <param name="file">What will be sent.</param>
    /// <param name="takenAt">What the client knows of its age; when null its name tells, or else the clock.</param>
    /// <param name="ct">Ends the waiting.</param>
    public async Task<Outcome<StartedUpload>> StartAsync(
        OwnerId owner, PhotoId? id, ImageFile file, TakenAt? takenAt, CancellationToken ct)
    {
        var known = await photos.FindByContentAsync(owner, file.Sha256, ct);
        if (known is { State: not PhotoState.Pending })
            return await TakeBackAsync(known, ct);

        var now = clock.GetUtcNow();
        takenAt ??= NameDate.Read(file.Name) ?? TakenAt.Upload(now);
        if (known is null)
            return await AnnounceAsync(owner, id ?? PhotoId.New(clock), file, takenAt, ct);

        // A link is bound to the type and the length, so other ones need a place of their own.
        var sameContent = known.File.Type == file.Type && known.File.Bytes == file.Bytes;
        var again = known with
        {
            Version = known.Version + 1,
            File = file,
            Original = sameContent ? known.Original : ImageKey.New(owner, known.Id),
            TakenAt = takenAt,
            AddedAt = now,
        };
        return await photos.ReplaceAsync(again, ct) ? await InviteAsync(again, ct) : Busy;
    }

    /// <summary>The bytes have been sent: verifies that they are what was announced, and makes them a photo.</summary>
    /// <param name="owner">Whose upload.</param>
    /// <param name="id">Which one; or null to find it by <paramref name="name"/>.</param>
    /// <param name="name">The name of a pending upload, needed only without <paramref name="id"/>.</param>
    /// <param name="title">What the owner calls the photo; null for nothing.</param>
    /// <param name="ct">Ends the waiting.</param>
    /// <returns>The photo; finishing a finished one again changes nothing.</returns>
    public async Task<Outcome<FinishedUpload>> FinishAsync(
        OwnerId owner, PhotoId? id, FileName? name, PhotoTitle? title, CancellationToken ct)
    {
        var photo = id is not null ? await photos.FindAsync(owner, id, ct)
            : name is not null ? await photos.FindPendingAsync(owner, name, ct)
            : null;

        if (photo is null)
            return Problem.Missing("upload");
        if (photo.State != PhotoState.Pending)
            return new FinishedUpload(photo, IsNew: false);

        var verified = await VerifyAsync(photo, ct);
        if (!verified.Is(out var image, out var problem))
            return problem;

        var ready = photo.Finish(image, title, clock.GetUtcNow());
        if (await photos.ReplaceAsync(ready, ct))
            return new FinishedUpload(ready, IsNew: true);

        // Somebody finished it in the meantime, or announced it anew.
        var current = await photos.FindAsync(owner, photo.Id, ct);
        return current is { State: not PhotoState.Pending } ? new FinishedUpload(current, IsNew: false) : Busy;
    }

    private static Problem Busy { get; } = Problem.Conflict(
        "busy", "The same file is being uploaded elsewhere right now. Repeat the request in a moment.");

    private async Task<Outcome<StartedUpload>> AnnounceAsync(
        OwnerId owner, PhotoId id, ImageFile file, TakenAt takenAt, CancellationToken ct)
    {
        var pending = new Photo
        {
            Id = id,
            Owner = owner,
            File = file,
            Original = ImageKey.New(owner, id),
            Version = 1,
            State = PhotoState.Pending,
            TakenAt = takenAt,
            AddedAt = clock.GetUtcNow(),
        };

        return await photos.AddAsync(pending, ct)
            ? await InviteAsync(pending, ct)
            : Problem.Conflict("id-taken", "Another photo of yours has this id. Leave the id out, or choose another.");
    }

    private async Task<Outcome<StartedUpload>> InviteAsync(Photo pending, CancellationToken ct)
    {
        var content = new ImageContent(pending.File.Type, pending.File.Bytes, pending.File.Sha256);
        return new StartedUpload(pending, await images.SignUploadAsync(pending.Original, content, LinkLifetime, ct));
    }

    private async Task<Outcome<StartedUpload>> TakeBackAsync(Photo known, CancellationToken ct)
    {
        if (known.State == PhotoState.Ready)
            return new StartedUpload(known, Put: null);

        var restored = known.Restore();
        return await photos.ReplaceAsync(restored, ct) ? new StartedUpload(restored, Put: null) : Busy;
    }

    private async Task<Outcome<ReadImage>> VerifyAsync(Photo pending, CancellationToken ct)
    {
        var stored = await images.FindAsync(pending.Original, ct);
        if (stored is null)
            return Problem.Conflict("not-uploaded", "The bytes are not there yet. PUT them to the link first.");
        if (stored.Bytes != pending.File.Bytes || stored.Sha256 != pending.File.Sha256)
            return Problem.Conflict("other-bytes", "Other bytes arrived than were announced. Start the upload again.");

        var start = await images.ReadStartAsync(pending.Original, ImageReader.BytesNeeded, ct);
        return pending.File.Type.Matches(start.Span)
            ? ImageReader.Read(start)
            : new Problem(
                ProblemKind.UnsupportedType,
                "type-mismatch",
                $"The bytes are not those of a file of the announced type. The library keeps {MediaType.Accepted}.");
    }
}

/// <summary>An announced file.</summary>
/// <param name="Photo">The photo it becomes, or already is.</param>
/// <param name="Put">Where to send the bytes; null when they are here already.</param>
public sealed record StartedUpload(Photo Photo, SignedUpload? Put);

/// <summary>A file that has become a photo.</summary>
/// <param name="Photo">The photo.</param>
/// <param name="IsNew">False when it had been finished before.</param>
public sealed record FinishedUpload(Photo Photo, bool IsNew);

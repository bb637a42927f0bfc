using Photos.Library.Metadata;
using Photos.Outcomes;

namespace Photos.Library;

/// <summary>How a file comes: announced, sent straight to the store, finished.</summary>
/// <param name="photos">Where photos are remembered, pending ones included.</param>
/// <param name="images">Where their bytes go.</param>
/// <param name="finisher">Makes photos of what has arrived.</param>
/// <param name="trash">Where a file that comes again may be.</param>
/// <param name="meter">Says how much may come.</param>
/// <param name="clock">Tells when.</param>
public sealed class PhotoUploads(
    IPhotoStore photos,
    IImageStore images,
    UploadFinisher finisher,
    PhotoTrash trash,
    UsageMeter meter,
    TimeProvider clock)
{
    private const int Attempts = 6;

    /// <summary>How long a link to send bytes lives. An upload that began in time may end later.</summary>
    public static readonly TimeSpan LinkLifetime = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Announces a file. Bytes that are already in the library need no second journey: their photo is the answer, taken
    /// out of the trash if it was there, or made now if nobody has come to finish it. Bytes announced before keep their
    /// photo's id, and for some minutes the place where they go.
    /// </summary>
    /// <param name="owner">Whose file.</param>
    /// <param name="id">The id the client wishes for the photo; one is made when null.</param>
    /// <param name="file">What will be sent.</param>
    /// <param name="takenAt">What the client knows of its age; when null its name tells, or else the clock.</param>
    /// <param name="ct">Ends the waiting.</param>
    public async Task<Outcome<StartedUpload>> StartAsync(
        OwnerId owner, PhotoId? id, ImageFile file, TakenAt? takenAt, CancellationToken ct)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var now = clock.GetUtcNow();
            var start = new Announcement(file, takenAt ?? NameDate.Read(file.Name) ?? TakenAt.Upload(now), now);
            var known = await photos.FindByContentAsync(owner, file.Sha256, ct);
            if (known is { State: PhotoState.Ready or PhotoState.Trashed })
                return await TakeBackAsync(known, ct);

            var started = known is not null
                ? await AnnounceAgainAsync(known, start, isRace: attempt > 0, ct)
                : await AnnounceFirstAsync(owner, id ?? PhotoId.New(clock), start, ct);
            if (started is not null)
                return started.Value;
        }

        return Busy;
    }

    /// <summary>The bytes have been sent: verifies that they are what was announced, and makes them a photo.</summary>
    /// <param name="owner">Whose upload.</param>
    /// <param name="id">Which one; or null to find it by <paramref name="name"/>.</param>
    /// <param name="name">The name of the upload, needed only without <paramref name="id"/>.</param>
    /// <param name="title">What the owner calls the photo; null for nothing.</param>
    /// <param name="ct">Ends the waiting.</param>
    /// <returns>The photo; finishing a finished one again changes nothing.</returns>
    public async Task<Outcome<FinishedUpload>> FinishAsync(
        OwnerId owner, PhotoId? id, FileName? name, Line? title, CancellationToken ct)
    {
        var photo = id is not null ? await photos.FindAsync(owner, id, ct)
            : name is not null ? await photos.FindAnnouncedAsync(owner, name, ct)
            : null;

        return photo is null ? Problem.Missing("upload") : await finisher.FinishAsync(photo, title, ct);
    }

    private static Problem Busy { get; } = Problem.Conflict(
        "busy", "The same file is being uploaded elsewhere right now. Repeat the request in a moment.");

    private static Problem IdTaken { get; } = Problem.Conflict(
        "id-taken", "Another photo of yours has this id. Leave the id out, or choose another.");

    private static Problem Crowded { get; } = Problem.Conflict(
        "busy", "Other files are being announced right now, and there is no room for all. Repeat it in a moment.") with
    {
        RetryAfter = TimeSpan.FromSeconds(1),
    };

    // The announcement itself is what keeps the room: whoever is let in at the same moment sees it, and it is gone when
    // its time is. Only when all fit together does anybody get a link. Null when somebody was faster with the file.
    private async Task<Outcome<StartedUpload>?> AnnounceFirstAsync(
        OwnerId owner, PhotoId id, Announcement start, CancellationToken ct)
    {
        if (await meter.RefuseAsync(owner, new StoredAmount(1, start.File.Bytes), ct) is { } refusal)
            return refusal;

        var pending = Photo.Announce(owner, id, start.File, start.TakenAt, start.Now, start.LinkEnd);
        if (!await photos.AddAsync(pending, ct))
        {
            var other = await photos.FindAsync(owner, id, ct);
            if (other is null || (other.File.Sha256 == start.File.Sha256 && other.State != PhotoState.Purging))
                return null;

            return IdTaken;
        }

        if (await meter.RefuseAsync(owner, default, ct) is null)
            return await InviteAsync(pending, start.LinkEnd, ct);

        var withdrawn = pending.Withdraw(start.Now);
        if (await photos.ReplaceAsync(pending, withdrawn, ct))
            await photos.RemoveAsync(withdrawn, ct);
        return Crowded;
    }

    private async Task<Outcome<StartedUpload>?> AnnounceAgainAsync(
        Photo known, Announcement start, bool isRace, CancellationToken ct)
    {
        // Somebody is making a photo of it right now, unless they have been at it for too long.
        if (known.State == PhotoState.Claimed && known.Due > start.Now)
            return Busy;

        // Its bytes may have come, and whoever sent them not be back yet.
        var hasCome = await images.FindAsync(known.Original, ct) is not null;
        if (hasCome && (await finisher.FinishAsync(known, title: null, ct)).Is(out var finished, out _))
            return new StartedUpload(finished.Photo, Put: null);

        // Its first announcement may not have been looked at yet.
        if (await meter.RefuseAsync(known.Owner, default, ct) is { } refusal)
            return refusal;

        // Who announces it at the same moment, or says the same a little later, sends the bytes to the same place, so
        // that nobody who has a link loses it.
        var end = known.OpenUntil - Photo.SlowBodyTime;
        if (!hasCome && known.State == PhotoState.Pending && end > start.Now && (isRace || start.Repeats(known)))
            return await InviteAsync(known, end.Value, ct);

        var again = known.Reannounce(start.File, start.TakenAt, start.Now, start.LinkEnd);
        if (!await photos.ReplaceAsync(known, again, ct))
            return null;

        return await InviteAsync(again, start.LinkEnd, ct);
    }

    private async Task<Outcome<StartedUpload>> InviteAsync(
        Photo pending, DateTimeOffset linkEnd, CancellationToken ct)
    {
        var content = new ImageContent(pending.File.Type, pending.File.Bytes, pending.File.Sha256);
        var put = await images.SignUploadAsync(pending.Original, content, provisional: true, linkEnd, ct);
        return new StartedUpload(pending, put);
    }

    private async Task<Outcome<StartedUpload>> TakeBackAsync(Photo known, CancellationToken ct)
    {
        var back = await trash.RestoreAsync(known.Owner, known.Id, ExpectedVersion.Any, ct);
        if (back.Is(out var photo, out var problem))
            return new StartedUpload(photo, Put: null);

        // It was purged at this very moment.
        return problem.Kind == ProblemKind.Missing ? Busy : problem;
    }

    private sealed record Announcement(ImageFile File, TakenAt TakenAt, DateTimeOffset Now)
    {
        private const TakenAtSource Upload = TakenAtSource.Upload;

        public DateTimeOffset LinkEnd => Now + LinkLifetime;

        /// <summary>Says what was said before, while at least half of that link's time is left.</summary>
        public bool Repeats(Photo known) =>
            File == known.File
            && (TakenAt == known.TakenAt || (TakenAt.Source, known.TakenAt.Source) is (Upload, Upload))
            && known.AddedAt + (LinkLifetime / 2) >= Now;
    }
}

/// <summary>An announced file.</summary>
/// <param name="Photo">The photo it becomes, or already is.</param>
/// <param name="Put">Where to send the bytes; null when they are here already.</param>
public sealed record StartedUpload(Photo Photo, SignedUpload? Put);

using Photos.Library.Metadata;
using Photos.Outcomes;

namespace Photos.Library;

/// <summary>
/// Makes a photo of bytes that have arrived. Whoever notices them does it, and several may at once: the client that
/// sent them, the store's own notice, the sweep.
/// </summary>
/// <param name="photos">Where photos are remembered.</param>
/// <param name="images">Where their bytes are.</param>
/// <param name="changes">How they change.</param>
/// <param name="clock">Tells when.</param>
/// <remarks>
/// The order of the steps is what keeps every photo: claimed, so that nobody gives it up; then kept, so that the store
/// does not remove it; and only then a photo. Each step is one conditional write.
/// </remarks>
public sealed class UploadFinisher(IPhotoStore photos, IImageStore images, PhotoChanges changes, TimeProvider clock)
{
    private const int Attempts = 6;

    /// <summary>Goes as far as it can be gone: to a photo, or to the reason why not.</summary>
    /// <param name="found">The upload as it was read.</param>
    /// <param name="title">What to call the photo; null for nothing.</param>
    /// <param name="ct">Ends the waiting.</param>
    internal async Task<Outcome<FinishedUpload>> FinishAsync(Photo found, Line? title, CancellationToken ct)
    {
        var photo = found;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var step = photo switch
            {
                null or { State: PhotoState.Purging } => Problem.Missing("upload"),
                { State: PhotoState.Ready or PhotoState.Trashed } => await AgainAsync(photo, title, ct),
                _ when !photo.IsOpen(clock.GetUtcNow()) => TooLate,
                _ => await StepAsync(photo, title, ct),
            };
            if (!step.Is(out var finished, out var problem))
                return problem;
            if (finished.Photo.State is PhotoState.Ready or PhotoState.Trashed)
                return finished;

            photo = await photos.FindAsync(found.Owner, found.Id, ct);
        }

        return Problem.Busy("photo");
    }

    private static Problem TooLate { get; } = Problem.Conflict(
        "too-late", "The upload was announced too long ago. Announce the file again.");

    // Gives the photo, or an upload that has to be read again.
    private async Task<Outcome<FinishedUpload>> StepAsync(Photo upload, Line? title, CancellationToken ct)
    {
        if (!(await VerifyAsync(upload, ct)).Is(out var image, out var problem))
            return problem;

        var claimed = upload.State == PhotoState.Claimed ? upload : upload.Claim();
        if (claimed != upload && !await photos.ReplaceAsync(upload, claimed, ct))
            return new FinishedUpload(upload, IsNew: false);
        if (!await images.KeepAsync(claimed.Original, ct))
            return NotUploaded;

        // Past this moment the store may have chosen the bytes for removal, and the sweep the record.
        var now = clock.GetUtcNow();
        if (!claimed.IsOpen(now))
            return TooLate;

        var ready = claimed.Commit(image, title, now);
        return await photos.ReplaceAsync(claimed, ready, ct)
            ? new FinishedUpload(await changes.SettleAsync(ready, ct) ?? ready.Settle(now), IsNew: true)
            : new FinishedUpload(claimed, IsNew: false);
    }

    // The store's notice may have been faster than the client, and knows no title.
    private async Task<Outcome<FinishedUpload>> AgainAsync(Photo photo, Line? title, CancellationToken ct)
    {
        var named = await changes.ChangeAsync(
            photo.Owner,
            photo.Id,
            ExpectedVersion.Any,
            known => known.Title is null && title is not null
                ? known with { Version = known.Version + 1, Title = title }
                : known,
            ct);

        return named.Is(out var current, out var problem) ? new FinishedUpload(current, IsNew: false) : problem;
    }

    private async Task<Outcome<ReadImage>> VerifyAsync(Photo upload, CancellationToken ct)
    {
        var stored = await images.FindAsync(upload.Original, ct);
        if (stored is null)
            return NotUploaded;
        if (stored.Bytes != upload.File.Bytes || stored.Sha256 != upload.File.Sha256)
            return Problem.Conflict("other-bytes", "Other bytes arrived than were announced. Start the upload again.");

        var start = await images.ReadStartAsync(upload.Original, ImageReader.BytesNeeded, ct);
        return upload.File.Type.Matches(start.Span)
            ? ImageReader.Read(start)
            : new Problem(
                ProblemKind.UnsupportedType,
                "type-mismatch",
                $"The bytes are not those of a file of the announced type. The library keeps {MediaType.Accepted}.");
    }

    private static Problem NotUploaded { get; } =
        Problem.Conflict("not-uploaded", "The bytes are not there yet. PUT them to the link first.");
}

/// <summary>A file that has become a photo.</summary>
/// <param name="Photo">The photo.</param>
/// <param name="IsNew">False when it had been finished before.</param>
public sealed record FinishedUpload(Photo Photo, bool IsNew);

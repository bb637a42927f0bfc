using Photos.Outcomes;

namespace Photos.Library;

/// <summary>Smaller copies of a photo, made by the clients that show them and kept beside the original.</summary>
/// <param name="changes">How the photos change that they belong to.</param>
/// <param name="images">Where their bytes go.</param>
/// <param name="clock">Tells when.</param>
public sealed class PhotoRenditions(PhotoChanges changes, IImageStore images, TimeProvider clock)
{
    /// <summary>The most bytes of a copy; a picture of 1,600 pixels needs a tenth of it.</summary>
    public const long MaxBytes = 5 * 1024 * 1024;

    /// <summary>
    /// Makes room for a preview, a thumbnail or both, and gives the links to send them. A later call replaces what an
    /// earlier one left, so a copy that never arrived can be made again.
    /// </summary>
    /// <param name="owner">Whose photo.</param>
    /// <param name="id">Which photo.</param>
    /// <param name="preview">The copy for a whole screen; null for none.</param>
    /// <param name="thumbnail">The copy for a grid; null for none.</param>
    /// <param name="ct">Ends the waiting.</param>
    public async Task<Outcome<RenditionUploads>> StartAsync(
        OwnerId owner, PhotoId id, ImageContent? preview, ImageContent? thumbnail, CancellationToken ct)
    {
        if (preview is null && thumbnail is null)
            return Problem.Invalid("thumbnail", "Announce a preview, a thumbnail or both.");
        if (!IsNoneOrJpeg(preview) || !IsNoneOrJpeg(thumbnail))
            return new Problem(ProblemKind.UnsupportedType, "unsupported-type", $"A copy is an {MediaType.Jpeg}.");
        if (preview is { Bytes: > MaxBytes } || thumbnail is { Bytes: > MaxBytes })
            return new Problem(ProblemKind.TooLarge, "too-large", $"A copy has at most {MaxBytes} bytes.");

        var now = clock.GetUtcNow();
        var linkEnd = now + PhotoUploads.LinkLifetime;
        var changed = await changes.ChangeAsync(
            owner,
            id,
            ExpectedVersion.Any,
            photo => photo.OfferCopies(
                preview is null ? null : ImageKey.New(owner, id),
                thumbnail is null ? null : ImageKey.New(owner, id),
                now,
                linkEnd),
            ct);

        return changed.Is(out var photo, out var problem)
            ? new RenditionUploads(
                photo,
                await SignAsync(photo.Preview, preview, linkEnd, ct),
                await SignAsync(photo.Thumbnail, thumbnail, linkEnd, ct))
            : problem;
    }

    private static bool IsNoneOrJpeg(ImageContent? copy) => copy is null || copy.Type == MediaType.Jpeg;

    private async Task<SignedUpload?> SignAsync(
        ImageKey? key, ImageContent? content, DateTimeOffset linkEnd, CancellationToken ct) =>
        key is null || content is null
            ? null
            : await images.SignUploadAsync(key, content, provisional: false, linkEnd, ct);
}

/// <summary>Where to send copies of a photo.</summary>
/// <param name="Photo">The photo, which now names them.</param>
/// <param name="Preview">The link for the preview; null when none was announced.</param>
/// <param name="Thumbnail">The link for the thumbnail; null when none was announced.</param>
public sealed record RenditionUploads(Photo Photo, SignedUpload? Preview, SignedUpload? Thumbnail);

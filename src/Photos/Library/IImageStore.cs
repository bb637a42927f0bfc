namespace Photos.Library;

/// <summary>
/// Keeps the bytes of pictures. They travel between client and store by signed links and never through a function.
/// One adapter exists, which speaks S3's protocol; it passes <c>ImageStoreContract</c> on every store that does.
/// </summary>
/// <remarks>Absence is an answer (<c>null</c>), an outage the adapter's own exception.</remarks>
public interface IImageStore
{
    /// <summary>
    /// A link that stores exactly <paramref name="content"/> at <paramref name="key"/>, once: the store refuses any
    /// other length, type or byte, and a second time.
    /// </summary>
    /// <param name="key">Where.</param>
    /// <param name="content">What.</param>
    /// <param name="provisional">
    /// The store itself may remove what arrives, three days later, unless <see cref="KeepAsync"/> says that it stays.
    /// </param>
    /// <param name="until">
    /// When the link dies: a moment and not a duration, because somebody has written it down and relies on it.
    /// </param>
    /// <param name="ct">Ends the waiting.</param>
    Task<SignedUpload> SignUploadAsync(
        ImageKey key, ImageContent content, bool provisional, DateTimeOffset until, CancellationToken ct);

    /// <summary>What was provisional stays from now on; safe to repeat.</summary>
    /// <returns>False when nothing is stored there.</returns>
    Task<bool> KeepAsync(ImageKey key, CancellationToken ct);

    /// <summary>
    /// A link that reads the bytes, as an attachment of this name and type; never as a page. The same for the same
    /// life, so that a browser finds again what it has read.
    /// </summary>
    Task<Uri> SignDownloadAsync(ImageKey key, FileName name, MediaType type, LinkLife life, CancellationToken ct);

    /// <summary>What is stored at <paramref name="key"/>; null when nothing is.</summary>
    Task<StoredImage?> FindAsync(ImageKey key, CancellationToken ct);

    /// <summary>The first <paramref name="count"/> bytes or all there are; empty when nothing is stored.</summary>
    Task<ReadOnlyMemory<byte>> ReadStartAsync(ImageKey key, int count, CancellationToken ct);

    /// <summary>Every place where bytes of this photo are, whether or not its record names it.</summary>
    Task<IReadOnlyList<ImageKey>> ListAsync(OwnerId owner, PhotoId photo, CancellationToken ct);

    /// <summary>Forgets the bytes; safe to repeat.</summary>
    Task RemoveAsync(ImageKey key, CancellationToken ct);
}

/// <summary>What a signed upload is bound to.</summary>
/// <param name="Type">The type the object will have.</param>
/// <param name="Bytes">Its exact length.</param>
/// <param name="Sha256">The digest of its bytes.</param>
public sealed record ImageContent(MediaType Type, long Bytes, Sha256 Sha256);

/// <summary>A link for one PUT.</summary>
/// <param name="Url">Where to PUT.</param>
/// <param name="Headers">What to send with it, in lower case, exactly. Clients add the length by themselves.</param>
/// <param name="ExpiresAt">When the link dies, in UTC.</param>
public sealed record SignedUpload(Uri Url, IReadOnlyDictionary<string, string> Headers, DateTimeOffset ExpiresAt);

/// <summary>What the store itself says of an object.</summary>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">The digest the store verified when the bytes came in; null when it verified none.</param>
public sealed record StoredImage(long Bytes, Sha256? Sha256);

using Photos.Library;

namespace Photos.Functions.Views;

/// <summary>Where to send the announced copies; one that was not announced is left out.</summary>
/// <param name="Preview">The copy for a whole screen.</param>
/// <param name="Thumbnail">The copy for a grid.</param>
public sealed record RenditionsView(RenditionView? Preview, RenditionView? Thumbnail)
{
    internal static RenditionsView Of(RenditionUploads uploads) =>
        new(RenditionView.Of(uploads.Preview), RenditionView.Of(uploads.Thumbnail));
}

/// <summary>A copy that may be sent now.</summary>
/// <param name="Put">Where and how.</param>
/// <param name="ExpiresAt">Until when, in UTC.</param>
public sealed record RenditionView(PutView Put, DateTime ExpiresAt)
{
    internal static RenditionView? Of(SignedUpload? upload) =>
        upload is null ? null : new RenditionView(PutView.Of(upload), upload.ExpiresAt.UtcDateTime);
}

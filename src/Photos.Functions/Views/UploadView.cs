using Photos.Library;

namespace Photos.Functions.Views;

/// <summary>A file that may be sent now.</summary>
/// <param name="Id">The id its photo will have.</param>
/// <param name="Put">Where and how to send the bytes.</param>
/// <param name="ExpiresAt">Until when, in UTC.</param>
public sealed record UploadView(string Id, PutView Put, DateTime ExpiresAt)
{
    internal static UploadView Of(Photo photo, SignedUpload put) =>
        new(photo.Id.ToString(), PutView.Of(put), put.ExpiresAt.UtcDateTime);
}

/// <summary>One PUT request.</summary>
/// <param name="Url">Its address, good for exactly these bytes and once.</param>
/// <param name="Headers">The headers to send, exactly.</param>
public sealed record PutView(Uri Url, IReadOnlyDictionary<string, string> Headers)
{
    internal static PutView Of(SignedUpload put) => new(put.Url, put.Headers);
}

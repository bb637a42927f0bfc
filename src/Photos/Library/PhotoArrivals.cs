namespace Photos.Library;

/// <summary>
/// What the image store tells of bytes that have arrived, whoever sent them and whether or not they waited.
/// </summary>
/// <param name="photos">Where photos are remembered.</param>
/// <param name="images">Where the bytes are.</param>
/// <param name="finisher">Makes photos of what has arrived.</param>
public sealed class PhotoArrivals(IPhotoStore photos, IImageStore images, UploadFinisher finisher)
{
    /// <summary>Finishes the upload that the bytes belong to, or removes them when they belong to nothing.</summary>
    /// <param name="text">The object's key.</param>
    /// <param name="ct">Ends the waiting.</param>
    /// <remarks>
    /// A record names a key before anybody is given a link to it, and never again once it has ceased to. So what is not
    /// named now, will not be: removing it is safe at any time, and safe to repeat.
    /// </remarks>
    public async Task ArriveAsync(string text, CancellationToken ct)
    {
        if (!ImageKey.TryParse(text, out var key, out var name))
            return;

        var photo = await photos.FindAsync(name.Owner, name.Id, ct);
        if (photo is null or { State: PhotoState.Purging } || !photo.Keys.Contains(key))
            await images.RemoveAsync(key, ct);
        else if (photo.State is PhotoState.Pending or PhotoState.Claimed)
            await finisher.FinishAsync(photo, title: null, ct);
    }
}

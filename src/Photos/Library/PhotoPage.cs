namespace Photos.Library;

/// <summary>A stretch of an owner's timeline.</summary>
/// <param name="Photos">Newest taken first.</param>
/// <param name="Next">Where the next page starts; null when this is the last.</param>
public sealed record PhotoPage(IReadOnlyList<Photo> Photos, PhotoCursor? Next)
{
    /// <summary>Makes a page from one photo more than asked for, whose presence says that there is a next.</summary>
    public static PhotoPage Of(List<Photo> photos, int limit) => photos.Count > limit
        ? new PhotoPage(photos[..limit], PhotoCursor.At(photos[limit - 1]))
        : new PhotoPage(photos, null);
}

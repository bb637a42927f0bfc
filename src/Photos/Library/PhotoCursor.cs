namespace Photos.Library;

/// <summary>A position in an owner's timeline: behind one photo, whether or not that photo still exists.</summary>
/// <param name="Local">The photo's place in its list: wall time in the library, UTC in the trash.</param>
/// <param name="Id">The photo.</param>
public sealed record PhotoCursor(DateTime Local, PhotoId Id)
{
    /// <summary>The position of <paramref name="photo"/>.</summary>
    public static PhotoCursor At(Photo photo) => new(photo.ListedAt, photo.Id);

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It did not write that; signed texts alone may come here.</exception>
    public static PhotoCursor Parse(string text) =>
        text.Split(' ') is [var local, var last] && PhotoId.TryParse(last, out var id)
            ? new PhotoCursor(Words.WallTime(local), id)
            : throw new InvalidDataException("A position in the timeline is a wall time and an id.");

    /// <summary>A short text, for whoever keeps the place.</summary>
    public override string ToString() => $"{Words.Of(Local)} {Id}";
}

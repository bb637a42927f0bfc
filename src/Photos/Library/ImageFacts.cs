namespace Photos.Library;

/// <summary>What a file tells of its picture; null where it tells nothing.</summary>
/// <param name="Size">Width and height in pixels as seen, after orientation.</param>
/// <param name="Orientation">EXIF orientation, 1 (upright) to 8.</param>
/// <param name="Camera">Who made the camera, and which it is.</param>
/// <param name="Place">Where the camera was.</param>
public sealed record ImageFacts(
    PixelSize? Size = null,
    int? Orientation = null,
    Camera? Camera = null,
    Place? Place = null)
{
    /// <summary>A file that tells nothing.</summary>
    public static ImageFacts None { get; } = new();
}

/// <summary>Everything that was read from a file.</summary>
/// <param name="Facts">What stays a fact of the picture.</param>
/// <param name="TakenAt">When it was taken by EXIF; null when EXIF does not say.</param>
internal sealed record ReadImage(ImageFacts Facts, TakenAt? TakenAt);

/// <summary>Pixels across and down.</summary>
public sealed record PixelSize(int Width, int Height);

/// <summary>A camera by the words it wrote of itself, each at most 64 characters or null.</summary>
public sealed record Camera(string? Make, string? Model);

/// <summary>Degrees in WGS 84: latitude -90 to 90, north positive; longitude -180 to 180, east positive.</summary>
public sealed record Place(double Latitude, double Longitude);

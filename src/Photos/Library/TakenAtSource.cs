namespace Photos.Library;

/// <summary>How it is known when a photo was taken, the most trusted first.</summary>
public enum TakenAtSource
{
    /// <summary>The camera wrote when the shutter opened.</summary>
    Exif,

    /// <summary>The camera or scanner wrote when the picture became a file.</summary>
    ExifDigitised,

    /// <summary>The client said so when it uploaded the file.</summary>
    Client,

    /// <summary>The file's name holds a date and a time.</summary>
    Name,

    /// <summary>Nothing is known but when it was uploaded.</summary>
    Upload,
}

using System.Globalization;

namespace Photos.Library;

/// <summary>The spelling of our values outside this process: enums everywhere, wall time in stores.</summary>
public static class Words
{
    private const string WallTimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff";

    /// <summary>Wall time in milliseconds, so that texts sort as the times do.</summary>
    public static string Of(DateTime wallTime) => wallTime.ToString(WallTimeFormat, CultureInfo.InvariantCulture);

    /// <summary>Reads what <see cref="Of(DateTime)"/> wrote.</summary>
    public static DateTime WallTime(string text) =>
        DateTime.ParseExact(text, WallTimeFormat, CultureInfo.InvariantCulture);

    /// <summary>As the API and the stores write it.</summary>
    public static string Of(PhotoState state) => state switch
    {
        PhotoState.Pending => "pending",
        PhotoState.Claimed => "claimed",
        PhotoState.Ready => "ready",
        PhotoState.Trashed => "trashed",
        PhotoState.Purging => "purging",
    };

    /// <inheritdoc cref="Of(PhotoState)"/>
    public static string Of(UsageMove move) => move switch
    {
        UsageMove.Added => "added",
        UsageMove.Trashed => "trashed",
        UsageMove.Restored => "restored",
        UsageMove.Purged => "purged",
    };

    /// <inheritdoc cref="Of(PhotoState)"/>
    public static string Of(TakenAtSource source) => source switch
    {
        TakenAtSource.Exif => "exif",
        TakenAtSource.ExifDigitised => "exif-digitised",
        TakenAtSource.Client => "client",
        TakenAtSource.Name => "name",
        TakenAtSource.Upload => "upload",
    };

    /// <exception cref="InvalidDataException">A store holds a word that this version does not know.</exception>
    public static PhotoState State(string word) => Find(word, Enum.GetValues<PhotoState>(), Of);

    /// <inheritdoc cref="State"/>
    public static TakenAtSource Source(string word) => Find(word, Enum.GetValues<TakenAtSource>(), Of);

    /// <inheritdoc cref="State"/>
    public static UsageMove Move(string word) => Find(word, Enum.GetValues<UsageMove>(), Of);

    private static T Find<T>(string word, T[] known, Func<T, string> spelling)
        where T : struct, Enum
    {
        foreach (var value in known)
        {
            if (spelling(value) == word)
                return value;
        }

        throw new InvalidDataException($"'{word}' is no {typeof(T).Name}; was this written by a newer version?");
    }
}

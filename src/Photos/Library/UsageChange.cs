using System.Globalization;

namespace Photos.Library;

/// <summary>Where a photo went, as far as counting is concerned.</summary>
public enum UsageMove
{
    /// <summary>From outside into the library.</summary>
    Added,

    /// <summary>From the library to the trash.</summary>
    Trashed,

    /// <summary>From the trash to the library.</summary>
    Restored,

    /// <summary>From the trash to nowhere.</summary>
    Purged,
}

/// <summary>One photo's move, which an owner's usage has to take in exactly once.</summary>
/// <param name="Token">Names the move, and no other of any photo of the owner.</param>
/// <param name="Photo">The photo.</param>
/// <param name="Library">What the library gains.</param>
/// <param name="Trash">What the trash gains.</param>
public sealed record UsageChange(string Token, PhotoId Photo, StoredAmount Library, StoredAmount Trash)
{
    /// <summary>What a photo's mark asks for.</summary>
    /// <remarks>
    /// An id can come back when its photo is gone, and counts its versions from 1 again; the place of its bytes cannot.
    /// </remarks>
    internal static UsageChange Of(Photo photo, UsageMark mark)
    {
        var one = new StoredAmount(1, photo.File.Bytes);
        var (library, trash) = mark.Move switch
        {
            UsageMove.Added => (one, default),
            UsageMove.Trashed => (-one, one),
            UsageMove.Restored => (one, -one),
            UsageMove.Purged => (default(StoredAmount), -one),
        };
        return new UsageChange($"{photo.Original.Nonce}.{mark.Version}", photo.Id, library, trash);
    }
}

/// <summary>Stands on a photo from its move until its owner's usage has taken the move in.</summary>
/// <param name="Move">Where the photo went.</param>
/// <param name="Version">The version of the photo that made the move: with where its bytes are, its name.</param>
public sealed record UsageMark(UsageMove Move, int Version)
{
    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static UsageMark Stored(string text)
    {
        var at = text.IndexOf('.', StringComparison.Ordinal);
        return new UsageMark(Words.Move(text[..at]), int.Parse(text[(at + 1)..], CultureInfo.InvariantCulture));
    }

    /// <summary>As stores write it: <c>added.3</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Words.Of(Move)}.{Version}");
}

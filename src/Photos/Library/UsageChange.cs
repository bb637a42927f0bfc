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
    /// <summary>The change that <paramref name="move"/> of a photo of that size means.</summary>
    internal static UsageChange Of(PhotoId photo, int version, UsageMove move, long bytes)
    {
        var one = new StoredAmount(1, bytes);
        var (library, trash) = move switch
        {
            UsageMove.Added => (one, default),
            UsageMove.Trashed => (-one, one),
            UsageMove.Restored => (one, -one),
            UsageMove.Purged => (default(StoredAmount), -one),
        };
        return new UsageChange($"{photo}.{version}", photo, library, trash);
    }
}

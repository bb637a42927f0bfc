using Photos.Library;

namespace Photos.Users;

/// <summary>What somebody says of themselves.</summary>
/// <param name="Owner">Who.</param>
/// <param name="Version">Counts changes; 0 for one who never said anything.</param>
/// <param name="Name">What to call them; null for nothing.</param>
public sealed record UserProfile(OwnerId Owner, int Version, Line? Name)
{
    /// <summary>The most characters of a name.</summary>
    public const int LongestName = 80;

    /// <summary>The next version; a store writes it if none came between.</summary>
    internal UserProfile Rename(Line? name) => this with { Version = Version + 1, Name = name };
}

using Photos.Library;

namespace Photos.Verification;

/// <summary>What has to be true of a photo's record alone, whoever is at work on it.</summary>
public static class PhotoRules
{
    /// <summary>Whether the sweep will look at it, if there is anything left to do (decision 0023).</summary>
    public static bool IsForgotten(Photo photo) => photo is { Due: null } and
        ({ State: not PhotoState.Ready } or { Owed: not null } or { OpenUntil: not null });

    /// <summary>Whether it names only places that are its own.</summary>
    public static bool NamesItsOwn(Photo photo) => photo.Keys.All(key =>
        ImageKey.TryParse(key.Text, out _, out var name) && name == new PhotoName(photo.Owner, photo.Id));

    /// <summary>Whether its bytes were verified once, so that they have to be there.</summary>
    public static bool HasOriginal(Photo photo) => photo.State.IsVisible();

    /// <summary>Whether the copies that it names have to be there: none can be on its way any more.</summary>
    public static bool HasCopies(Photo photo) => photo.State.IsVisible() && photo.OpenUntil is null;

    /// <summary>
    /// The objects beside it that nothing leads to: it does not name them, and nobody will look for them. What is being
    /// uploaded or purged is looked for.
    /// </summary>
    public static IEnumerable<string> Orphans(Photo photo, IEnumerable<string> keys) =>
        HasCopies(photo) ? keys.Except(photo.Keys.Select(key => key.Text)) : [];
}

namespace Photos.Tests.Shared;

/// <summary>Photos made by real cameras, which are too large and not ours to keep in the repository.</summary>
internal static class RealPhotos
{
    /// <summary>Null where the checkout has no folder <c>shared/photos</c> beside it.</summary>
    public static string? Find(string name)
    {
        var path = Path.Combine(Repository.Root, "..", "shared", "photos", name);
        return File.Exists(path) ? Path.GetFullPath(path) : null;
    }
}

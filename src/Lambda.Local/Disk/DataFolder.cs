namespace Lambda.Local.Disk;

/// <summary>The folder that holds everything of a local cloud.</summary>
internal static class DataFolder
{
    /// <summary>Where the object store keeps its files.</summary>
    public static string Objects(string folder) => Path.Combine(folder, "objects");

    /// <summary>Keeps the folder for one program: two would each clear away what the other is receiving.</summary>
    /// <exception cref="LocalStartException">Another has it, or it cannot be made.</exception>
    public static FileLock Take(string folder)
    {
        try
        {
            OwnerOnly.MakeFolder(folder);
            return FileLock.TryTake(Path.Combine(folder, "in-use.lock"))
                ?? throw new LocalStartException($"The folder {folder} is in use by another start of this program.");
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new LocalStartException($"The folder {folder} cannot be used: {cause.Message}", cause);
        }
    }
}

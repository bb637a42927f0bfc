namespace Photos.Tests.Shared;

/// <summary>Where the sources are, whatever folder the tests were started from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Annotations.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The tests have to be run from a build inside the repository.");
    }
}

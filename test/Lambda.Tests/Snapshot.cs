using System.Runtime.CompilerServices;

namespace Lambda.Tests;

/// <summary>
/// Text that was looked at once and must not change unnoticed. UPDATE_SNAPSHOTS=1 accepts what there is.
/// </summary>
internal static class Snapshot
{
    public static void Matches(string text, [CallerFilePath] string file = "", [CallerMemberName] string test = "")
    {
        var path = Path.Combine(Folder(file), "Snapshots", $"{test}.txt");
        if (Environment.GetEnvironmentVariables()["UPDATE_SNAPSHOTS"] is "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        Assert.True(File.Exists(path), $"There is no {path} yet; UPDATE_SNAPSHOTS=1 writes it.");
        Assert.Equal(File.ReadAllText(path), text, ignoreLineEndingDifferences: true);
    }

    // Paths are compiled relative to the repository, so that builds are the same everywhere.
    private static string Folder(string file)
    {
        const string Root = "/_/";
        var folder = Path.GetDirectoryName(file)!;
        if (!folder.StartsWith(Root, StringComparison.Ordinal))
            return folder;

        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "Annotations.sln")))
            at = at.Parent;
        return Path.Combine(at!.FullName, folder[Root.Length..]);
    }
}

namespace Lambda.Local.ObjectStore.Files;

/// <summary>
/// Walks the tree of <see cref="ObjectPath"/> in key order, entering only folders that can hold a wanted key.
/// </summary>
internal static class KeyWalk
{
    public static IEnumerable<string> Of(string root, string prefix, string after) => Within(root, "", prefix, after);

    private static IEnumerable<string> Within(string folder, string above, string prefix, string after)
    {
        var entries = Entries(folder)
            .Select(entry => entry with { Hex = above + entry.Hex })
            .Where(entry => MayHold(entry, prefix) && ComesAfter(entry, after))
            .OrderBy(entry => entry.Hex, StringComparer.Ordinal)
            .ThenBy(entry => entry.IsFolder);

        foreach (var entry in entries)
        {
            if (!entry.IsFolder)
            {
                yield return entry.Hex;
                continue;
            }

            foreach (var below in Within(entry.Path, entry.Hex, prefix, after))
                yield return below;
        }
    }

    // A folder may be tidied away between its listing and its turn; then it holds nothing.
    private static List<Entry> Entries(string folder)
    {
        try
        {
            var files = Directory.EnumerateFiles(folder, "*" + ObjectPath.Extension)
                .Select(path => new Entry(Path.GetFileNameWithoutExtension(path), path, IsFolder: false));
            var folders = Directory.EnumerateDirectories(folder)
                .Select(path => new Entry(Path.GetFileName(path), path, IsFolder: true));
            return [.. files, .. folders];
        }
        catch (DirectoryNotFoundException)
        {
            return [];
        }
    }

    private static bool MayHold(Entry entry, string prefix) =>
        entry.Hex.StartsWith(prefix, StringComparison.Ordinal)
        || (entry.IsFolder && prefix.StartsWith(entry.Hex, StringComparison.Ordinal));

    private static bool ComesAfter(Entry entry, string after) =>
        string.CompareOrdinal(entry.Hex, after) > 0
        || (entry.IsFolder && after.StartsWith(entry.Hex, StringComparison.Ordinal));

    private readonly record struct Entry(string Hex, string Path, bool IsFolder);
}

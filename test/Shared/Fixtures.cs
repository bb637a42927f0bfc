namespace Photos.Tests.Shared;

/// <summary>The small photos of our own in <c>test/Fixtures</c>; its README says what is in them.</summary>
internal static class Fixtures
{
    public static string Find(string name) => Path.Combine(Repository.Root, "test", "Fixtures", name);

    public static string[] Find(params ReadOnlySpan<string> names)
    {
        var paths = new string[names.Length];
        for (var at = 0; at < names.Length; at++)
            paths[at] = Find(names[at]);
        return paths;
    }
}

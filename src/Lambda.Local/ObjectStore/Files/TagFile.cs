namespace Lambda.Local.ObjectStore.Files;

/// <summary>
/// Tags that an object was given after it was stored, in a file beside it: an object's file without bytes, so that a
/// change of tags costs the same for a thumbnail and for a film.
/// </summary>
/// <remarks>
/// It counts only for the object whose version it names; of an object that took the same key later it says nothing.
/// </remarks>
internal static class TagFile
{
    public const string Extension = ".tags";

    /// <param name="path">The object's file.</param>
    public static string Beside(string path) => Path.ChangeExtension(path, Extension);

    /// <summary>What the file holds.</summary>
    public static ObjectFacts Content(ObjectFacts tagged, IReadOnlyDictionary<string, string> tags) =>
        tagged with { Length = 0, Blocks = [], Tags = tags };

    /// <returns>The facts of the object at <paramref name="path"/> with the tags that it has now.</returns>
    /// <exception cref="InvalidDataException">The file beside it is damaged.</exception>
    public static ObjectFacts WithTags(ObjectFacts stored, string path)
    {
        var beside = Beside(path);
        if (!File.Exists(beside))
            return stored;

        try
        {
            using var file = File.OpenHandle(beside, share: FileShare.Read | FileShare.Delete);
            var given = ObjectFile.ReadFacts(file, beside);
            return given.Version == stored.Version ? stored with { Tags = given.Tags } : stored;
        }
        catch (FileNotFoundException)
        {
            // The object is on its way out, or another has taken its key.
            return stored;
        }
    }
}

using Lambda.Local.Disk;

namespace Lambda.Local.ObjectStore.Files;

/// <summary>Objects as files below one folder, the only place where keys meet the file system.</summary>
/// <remarks>
/// An object exists from the moment its file takes its name below <c>objects</c>; until then it is a nameless draft in
/// <c>incoming</c>, from which every start clears what a crash left. One process at a time may own a folder.
/// </remarks>
internal sealed class ObjectFolder
{
    private readonly string _incoming;
    private readonly string _objects;

    // Names and folders change under this lock, so no folder is tidied away while a file moves into it.
    private readonly Lock _names = new();

    public ObjectFolder(string root)
    {
        root = Path.GetFullPath(root);
        _incoming = Path.Combine(root, "incoming");
        _objects = Path.Combine(root, "objects");
        foreach (var folder in (ReadOnlySpan<string>)[root, _incoming, _objects])
            OwnerOnly.MakeFolder(folder);
        FolderSync.Flush(root);

        foreach (var draft in Directory.EnumerateFiles(_incoming))
            RemoveIfAbandoned(draft);
    }

    /// <summary>A draft to fill; it vanishes when disposed unless it was published.</summary>
    public IncomingObject Receive() => new(Path.Combine(_incoming, Path.GetRandomFileName()));

    /// <summary>Gives the draft its name. When this returns true, the object survives a power cut.</summary>
    /// <param name="onlyIfNew">Among any number of callers with one key, exactly one gets true.</param>
    public async Task<bool> PublishAsync(IncomingObject draft, ObjectFacts facts, bool onlyIfNew, CancellationToken ct)
    {
        await draft.SealAsync(facts, ct);

        var path = Locate(facts.Key);
        var changed = new List<string>();
        lock (_names)
        {
            if (onlyIfNew && File.Exists(path))
                return false;

            MakeFolders(Path.GetDirectoryName(path)!, changed);
            File.Move(draft.Path, path, overwrite: !onlyIfNew);
        }

        foreach (var folder in changed)
            FolderSync.Flush(folder);
        return true;
    }

    /// <returns>The object opened for reading, or null.</returns>
    public StoredObject? Find(string key)
    {
        var path = Locate(key);
        try
        {
            return StoredObject.Open(path, key);
        }
        catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Removing what is not there is no error; when this returns, it is gone for good.</summary>
    public void Remove(string key)
    {
        var path = Locate(key);
        var folder = Path.GetDirectoryName(path)!;
        lock (_names)
        {
            if (!File.Exists(path))
                return;

            File.Delete(path);
            while (folder != _objects && !Directory.EnumerateFileSystemEntries(folder).Any())
            {
                Directory.Delete(folder);
                folder = Path.GetDirectoryName(folder)!;
            }
        }

        FolderSync.Flush(folder);
    }

    /// <summary>
    /// Keys in S3's order that begin with <paramref name="prefix"/> and come behind <paramref name="after"/>.
    /// </summary>
    public IEnumerable<string> List(string prefix, string after) =>
        KeyWalk.Of(_objects, ObjectPath.Hex(prefix), ObjectPath.Hex(after)).Select(ObjectPath.Key);

    // A second process started by mistake must not take away what the first is receiving.
    private static void RemoveIfAbandoned(string draft)
    {
        try
        {
            using (new FileStream(draft, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
            {
            }
        }
        catch (IOException)
        {
            return;
        }

        File.Delete(draft);
    }

    private string Locate(string key)
    {
        var path = Path.Combine(_objects, ObjectPath.Of(key));

        // No key can make a link; one made by hand would lead out of this folder.
        for (var part = path; part.Length > _objects.Length; part = Path.GetDirectoryName(part)!)
        {
            if (new FileInfo(part).LinkTarget is not null)
                throw new InvalidDataException($"{part} is a link; the object store holds plain files only.");
        }

        return path;
    }

    // Lists every folder that got a new name in it, the deepest first.
    private static void MakeFolders(string folder, List<string> changed)
    {
        changed.Add(folder);
        if (Directory.Exists(folder))
            return;

        MakeFolders(Path.GetDirectoryName(folder)!, changed);
        OwnerOnly.MakeFolder(folder);
    }
}

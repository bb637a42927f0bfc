using System.Security.Cryptography;
using Lambda.Local.Disk;
using Lambda.Local.ObjectStore.Checksums;

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
    private readonly Func<string, FileStream> _newFile;

    // Names and folders change under this lock, so no folder is tidied away while a file moves into it.
    private readonly Lock _names = new();

    /// <param name="newFile">Makes a file of the owner's; the one place where bytes reach the disk.</param>
    public ObjectFolder(string root, Func<string, FileStream>? newFile = null)
    {
        root = Path.GetFullPath(root);
        _incoming = Path.Combine(root, "incoming");
        _objects = ObjectPath.Root(root);
        _newFile = newFile ?? (path => new FileStream(path, OwnerOnly.NewFile()));
        foreach (var folder in (ReadOnlySpan<string>)[root, _incoming, _objects])
            OwnerOnly.MakeFolder(folder);
        FolderSync.Flush(root);

        foreach (var draft in Directory.EnumerateFiles(_incoming))
            RemoveIfAbandoned(draft);
    }

    /// <summary>Whether a folder holds any object, without owning it.</summary>
    public static bool HasObjects(string root) => ObjectPath.Root(root) is var objects
        && Directory.Exists(objects) && Directory.EnumerateFiles(objects, "*", SearchOption.AllDirectories).Any();

    /// <summary>A draft to fill; it vanishes when disposed unless it was published.</summary>
    /// <param name="isJoined">Whether its bytes are parts that were received before.</param>
    public IncomingObject Receive(ChecksumAlgorithm algorithm, bool isJoined = false) =>
        new(_newFile(Path.Combine(_incoming, Path.GetRandomFileName())), new RunningDigests(algorithm, isJoined));

    /// <summary>Gives the draft its name. When this returns null, the object survives a power cut.</summary>
    /// <returns>Why the condition does not hold; then nothing is changed.</returns>
    public async Task<S3Error?> PublishAsync(
        IncomingObject draft, ObjectFacts facts, WriteCondition condition, CancellationToken ct)
    {
        await draft.SealAsync(facts with { Version = RandomNumberGenerator.GetHexString(16) }, ct);

        var path = Locate(facts.Key);
        var changed = new List<string>();
        lock (_names)
        {
            if (condition.Objection(File.Exists(path), () => FactsOf(facts.Key)) is { } objection)
                return objection;

            MakeFolders(Path.GetDirectoryName(path)!, changed);
            File.Move(draft.Path, path, overwrite: condition != WriteCondition.OnlyIfNew);
            File.Delete(TagFile.Beside(path));
        }

        foreach (var folder in changed)
            FolderSync.Flush(folder);
        return null;
    }

    /// <summary>Gives an object other tags. When this returns null, they survive a power cut.</summary>
    public async Task<S3Error?> TagAsync(string key, IReadOnlyDictionary<string, string> tags, CancellationToken ct)
    {
        var path = Locate(key);
        while (FactsOf(key) is { } facts)
        {
            await using var draft = Receive(ChecksumAlgorithm.Sha256);
            await draft.SealAsync(TagFile.Content(facts, tags), ct);
            lock (_names)
            {
                // Another object may have taken the key meanwhile: the tags are for whichever is there at the end.
                if (FactsOf(key)?.Version != facts.Version)
                    continue;
                File.Move(draft.Path, TagFile.Beside(path), overwrite: true);
            }

            FolderSync.Flush(Path.GetDirectoryName(path)!);
            return null;
        }

        return S3Error.NoSuchKey;
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

    /// <summary>Removing what is not there is no error; when this returns null, it is gone for good.</summary>
    /// <param name="wasThere">Whether there was something, and now there is not.</param>
    public S3Error? Remove(string key, WriteCondition condition, out bool wasThere)
    {
        wasThere = false;
        var path = Locate(key);
        var folder = Path.GetDirectoryName(path)!;
        lock (_names)
        {
            if (condition.Objection(File.Exists(path), () => FactsOf(key)) is { } objection)
                return objection;
            if (!File.Exists(path))
                return null;

            // The tags first: without their object, nobody would ever find them again.
            File.Delete(TagFile.Beside(path));
            File.Delete(path);
            wasThere = true;
            while (folder != _objects && !Directory.EnumerateFileSystemEntries(folder).Any())
            {
                Directory.Delete(folder);
                folder = Path.GetDirectoryName(folder)!;
            }
        }

        FolderSync.Flush(folder);
        return null;
    }

    /// <summary>
    /// Keys in S3's order that begin with <paramref name="prefix"/> and come behind <paramref name="after"/>.
    /// </summary>
    public IEnumerable<string> List(string prefix, KeyPosition after) =>
        KeyWalk.Of(_objects, ObjectPath.Hex(prefix), after.Text).Select(ObjectPath.Key);

    private ObjectFacts? FactsOf(string key)
    {
        using var found = Find(key);
        return found?.Facts;
    }

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

    private string Locate(string key) => ObjectPath.Locate(_objects, key);

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

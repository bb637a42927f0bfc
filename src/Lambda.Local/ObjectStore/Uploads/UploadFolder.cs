using System.Text.Json;
using Lambda.Local.Disk;
using Lambda.Local.ObjectStore.Files;

namespace Lambda.Local.ObjectStore.Uploads;

/// <summary>Multipart uploads on the disk: a folder for each, in it what is known of it and its parts.</summary>
/// <remarks>
/// An upload exists as long as its <c>upload.json</c> does; a folder without one is what a crash left, and every start
/// clears it away. A part is a file of the same form as an object.
/// </remarks>
internal sealed class UploadFolder
{
    private const string FactsName = "upload.json";
    private const string PartPattern = "*.part";
    private const int IdDigits = 32;

    private readonly string _uploads;

    // Parts and claims change under this lock, so nothing joins an upload that is being put together.
    private readonly Lock _names = new();
    private readonly HashSet<string> _claimed = [];

    public UploadFolder(string root)
    {
        _uploads = Path.Combine(Path.GetFullPath(root), "uploads");
        OwnerOnly.MakeFolder(_uploads);
        foreach (var folder in Directory.EnumerateDirectories(_uploads))
        {
            if (!File.Exists(Path.Combine(folder, FactsName)))
                Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>When this returns, the upload survives a power cut.</summary>
    public void Add(Upload upload)
    {
        var folder = FolderOf(upload.Id);
        OwnerOnly.MakeFolder(folder);
        try
        {
            OwnerOnly.Replace(Path.Combine(folder, FactsName), JsonSerializer.SerializeToUtf8Bytes(upload));
        }
        catch (IOException)
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }

        FolderSync.Flush(_uploads);
    }

    /// <returns>Null when there is no such upload of this key.</returns>
    public Upload? Find(string? id, string key) => Read(id) is { } upload && upload.Key == key ? upload : null;

    /// <summary>By key, and of one key the oldest first.</summary>
    public IReadOnlyList<Upload> List() =>
    [
        .. Directory.EnumerateDirectories(_uploads)
            .Select(folder => Read(Path.GetFileName(folder)))
            .OfType<Upload>()
            .OrderBy(upload => ObjectPath.Hex(upload.Key), StringComparer.Ordinal)
            .ThenBy(upload => upload.StartedAt)
            .ThenBy(upload => upload.Id, StringComparer.Ordinal),
    ];

    /// <summary>Puts a part in its place, instead of an earlier one of the same number.</summary>
    public async Task<S3Error?> AddPartAsync(
        Upload upload, int number, IncomingObject draft, ObjectFacts facts, CancellationToken ct)
    {
        await draft.SealAsync(facts, ct);

        var folder = FolderOf(upload.Id);
        lock (_names)
        {
            if (_claimed.Contains(upload.Id))
                return S3Error.Conflict;
            if (Read(upload.Id) is null)
                return S3Error.NoSuchUpload;

            File.Move(draft.Path, PartPath(folder, number), overwrite: true);
        }

        FolderSync.Flush(folder);
        return null;
    }

    /// <returns>What is known of every part, by number.</returns>
    public SortedDictionary<int, ObjectFacts> Parts(Upload upload)
    {
        var parts = new SortedDictionary<int, ObjectFacts>();
        foreach (var path in Directory.EnumerateFiles(FolderOf(upload.Id), PartPattern))
        {
            using var part = StoredObject.Open(path, upload.Key);
            parts.Add(int.Parse(Path.GetFileNameWithoutExtension(path), null), part.Facts);
        }

        return parts;
    }

    public StoredObject OpenPart(Upload upload, int number) =>
        StoredObject.Open(PartPath(FolderOf(upload.Id), number), upload.Key);

    /// <summary>Keeps everybody else from changing the upload until the claim is disposed.</summary>
    /// <returns>Null while somebody else has it.</returns>
    public IDisposable? Claim(Upload upload)
    {
        lock (_names)
            return _claimed.Add(upload.Id) ? new UploadClaim(() => Release(upload.Id)) : null;
    }

    /// <summary>Removes the upload with all its parts; for the holder of its claim.</summary>
    public void Remove(Upload upload)
    {
        var folder = FolderOf(upload.Id);

        // The facts first: without them the rest is rubbish, also after a crash in between.
        File.Delete(Path.Combine(folder, FactsName));
        FolderSync.Flush(folder);
        Directory.Delete(folder, recursive: true);
    }

    private void Release(string id)
    {
        lock (_names)
            _claimed.Remove(id);
    }

    private Upload? Read(string? id)
    {
        if (id is not { Length: IdDigits } || !id.All(char.IsAsciiHexDigitLower))
            return null;

        try
        {
            return JsonSerializer.Deserialize<Upload>(File.ReadAllBytes(Path.Combine(FolderOf(id), FactsName)));
        }
        catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private string FolderOf(string id) => Path.Combine(_uploads, id);

    private static string PartPath(string folder, int number) => Path.Combine(folder, $"{number:D5}.part");
}

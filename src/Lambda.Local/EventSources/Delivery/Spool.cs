using System.Text.Json;
using Lambda.Local.Disk;

namespace Lambda.Local.EventSources.Delivery;

/// <summary>Events on the disk, a file for each, until their functions have dealt with them.</summary>
/// <remarks>
/// <code>
/// ID.prepared       of a change that may still not come about
/// ID.event          to be delivered
/// failed/ID.event   given up; moved one folder up, it is delivered after the next start
/// </code>
/// </remarks>
internal sealed class Spool
{
    private const string Prepared = ".prepared";
    private const string Ready = ".event";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private readonly string _folder;
    private readonly string _failed;
    private readonly Func<string, FileStream> _newFile;

    /// <param name="folder">Made, for the owner alone, where missing. One spool at a time.</param>
    /// <param name="newFile">Makes a file of the owner's; the one place where bytes reach the disk.</param>
    public Spool(string folder, Func<string, FileStream>? newFile = null)
    {
        _folder = Path.GetFullPath(folder);
        _failed = Path.Combine(_folder, "failed");
        _newFile = newFile ?? (path => new FileStream(path, OwnerOnly.NewFile()));
        OwnerOnly.MakeFolder(_folder);
        OwnerOnly.MakeFolder(_failed);
        FolderSync.Flush(Path.GetDirectoryName(_folder)!);
        FolderSync.Flush(_folder);
    }

    /// <summary>When this returns, the event survives a power cut, but is not to be delivered yet.</summary>
    /// <exception cref="IOException">It could not be written; nothing of it is left.</exception>
    public async Task PrepareAsync(QueuedEvent queued)
    {
        var path = PathOf(queued.Id, Prepared);
        try
        {
            await using (var file = _newFile(path))
            {
                await file.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(queued, Json));
                file.Flush(flushToDisk: true);
            }

            FolderSync.Flush(_folder);
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    /// <summary>What was prepared has come about. A crash may undo this, but not what was prepared.</summary>
    public void Release(string id) => File.Move(PathOf(id, Prepared), PathOf(id, Ready));

    /// <summary>What was prepared has not come about.</summary>
    public void Discard(string id) => File.Delete(PathOf(id, Prepared));

    /// <summary>The ids of what was prepared and neither released nor discarded.</summary>
    public IReadOnlyList<string> ListPrepared() => Ids(_folder, Prepared);

    /// <summary>The ids of what is to be delivered, the oldest first.</summary>
    public IReadOnlyList<string> ListReady() => Ids(_folder, Ready);

    /// <summary>What was given up and can be read, the oldest first.</summary>
    public IReadOnlyList<QueuedEvent> ListFailed() =>
        [.. Ids(_failed, Ready).Select(id => Read(PathOfFailed(id))).OfType<QueuedEvent>()];

    /// <returns>Null for one that is gone, or damaged.</returns>
    public QueuedEvent? FindPrepared(string id) => Read(PathOf(id, Prepared));

    /// <returns>Null for one that is gone, or damaged.</returns>
    public QueuedEvent? FindReady(string id) => Read(PathOf(id, Ready));

    /// <summary>The function has dealt with it.</summary>
    public void Remove(string id) => File.Delete(PathOf(id, Ready));

    /// <summary>Gives it up.</summary>
    /// <returns>Where it is kept.</returns>
    public string SetAside(string id)
    {
        File.Move(PathOf(id, Ready), PathOfFailed(id), overwrite: true);
        return PathOfFailed(id);
    }

    /// <summary>What was given up is to be delivered again.</summary>
    /// <returns>False where there is none of this id.</returns>
    public bool TakeBack(string id)
    {
        // The id comes from a person: it must not lead anywhere else.
        if (!Guid.TryParseExact(id, "N", out _) || !File.Exists(PathOfFailed(id)))
            return false;

        File.Move(PathOfFailed(id), PathOf(id, Ready));
        return true;
    }

    private static IReadOnlyList<string> Ids(string folder, string extension) =>
    [
        .. Directory.EnumerateFiles(folder, $"*{extension}").Select(path => Path.GetFileNameWithoutExtension(path))
            .Order(StringComparer.Ordinal),
    ];

    private static QueuedEvent? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<QueuedEvent>(File.ReadAllBytes(path), Json);
        }
        catch (Exception unreadable) when (unreadable is FileNotFoundException or JsonException)
        {
            return null;
        }
    }

    private string PathOf(string id, string extension) => Path.Combine(_folder, id + extension);

    private string PathOfFailed(string id) => Path.Combine(_failed, id + Ready);
}

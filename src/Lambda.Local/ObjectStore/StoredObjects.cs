using Lambda.Local.Disk;
using Lambda.Local.ObjectStore.Files;

namespace Lambda.Local.ObjectStore;

/// <summary>
/// The objects of a data folder without the store that serves them: for a program that looks at everything, whether or
/// not a store is running there.
/// </summary>
/// <remarks>
/// Nothing is made or tidied up. A running store does not mind: an object takes its name when it is whole, and is never
/// written again.
/// </remarks>
/// <param name="dataFolder">The folder of a local cloud.</param>
public sealed class StoredObjects(string dataFolder)
{
    private readonly string _root = ObjectPath.Root(Path.GetFullPath(DataFolder.Objects(dataFolder)));

    /// <summary>
    /// Keys in S3's order that begin with <paramref name="prefix"/>; and behind them the paths of files that cannot be
    /// an object's, which none but a person or a dying program can have put there.
    /// </summary>
    public IEnumerable<string> List(string prefix)
    {
        var keys = KeyWalk.Of(_root, ObjectPath.Hex(prefix), "").Where(IsHex).Select(ObjectPath.Key);
        return prefix is "" || Path.IsPathRooted(prefix) ? keys.Concat(Strays(prefix)) : keys;
    }

    /// <summary>Copies every byte of an object, comparing each with what was stored.</summary>
    /// <returns>False when there is no such object.</returns>
    /// <exception cref="InvalidDataException">
    /// Its file is damaged, not an object's, or cannot be read; what came before was copied.
    /// </exception>
    public async Task<bool> CopyToAsync(string key, Stream target, CancellationToken ct)
    {
        var path = ObjectPath.Locate(_root, key);
        try
        {
            using var found = StoredObject.Open(path, key);
            await found.CopyAllToAsync(target.WriteAsync, ct);
            return true;
        }
        catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"the disk does not deliver it: {failure.Message}", failure);
        }
    }

    /// <summary>Removes an object; safe to repeat. When this returns, it is gone for good.</summary>
    /// <remarks>Its folder stays: a running store may be about to move something into it.</remarks>
    public void Remove(string key)
    {
        var path = ObjectPath.Locate(_root, key);
        if (!File.Exists(path))
            return;

        File.Delete(TagFile.Beside(path));
        File.Delete(path);
        FolderSync.Flush(Path.GetDirectoryName(path)!);
    }

    private IEnumerable<string> Strays(string prefix) => Directory.Exists(_root)
        ? Directory.EnumerateFiles(_root, "*", SearchOption.AllDirectories)
            .Where(path => path.StartsWith(prefix, StringComparison.Ordinal) && !IsInPlace(path))
        : [];

    private bool IsInPlace(string path)
    {
        // Tags lie beside their object and nowhere else.
        if (Path.GetExtension(path) == TagFile.Extension)
            return Path.ChangeExtension(path, ObjectPath.Extension) is var of && File.Exists(of) && IsInPlace(of);

        var place = Path.GetRelativePath(_root, path);
        var hex = string.Concat(Path.ChangeExtension(place, null).Split(Path.DirectorySeparatorChar));
        return IsHex(hex) && ObjectPath.Of(ObjectPath.Key(hex)) == place;
    }

    private static bool IsHex(string text) => text.Length % 2 == 0 && text.All(char.IsAsciiHexDigitLower);
}

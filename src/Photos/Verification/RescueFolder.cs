using Photos.Library;

namespace Photos.Verification;

/// <summary>A folder outside the library for pictures that nothing in it leads to.</summary>
/// <param name="objects">Where they are.</param>
/// <param name="folder">The folder; made with the first picture.</param>
internal sealed class RescueFolder(IObjectInventory objects, string folder)
{
    private const string Draft = ".part";

    /// <summary>Copies one picture, all of it or nothing; under a name by which a viewer opens it.</summary>
    /// <returns>The file, also when it was there already; null when there is no whole object.</returns>
    public async Task<string?> CopyAsync(string key, CancellationToken ct)
    {
        if (!ImageKey.TryParse(key, out var image, out var name))
            return null;

        var place = Path.Combine(folder, name.Owner.Subject);
        var bare = $"{name.Id}-{image.Nonce}";
        MakeFolder(place);
        if (Directory.EnumerateFiles(place, $"{bare}.*").FirstOrDefault(IsWhole) is { } known)
            return known;

        var draft = Path.Combine(place, $"{bare}{Draft}");
        await using (var file = new FileStream(draft, FileMode.Create, FileAccess.ReadWrite))
        {
            if (!await objects.CopyToAsync(key, file, ct))
                return null;

            file.Flush(flushToDisk: true);
        }

        var whole = Path.Combine(place, $"{bare}.{await ExtensionAsync(draft, ct)}");
        File.Move(draft, whole, overwrite: true);
        return whole;
    }

    private static bool IsWhole(string file) => !file.EndsWith(Draft, StringComparison.Ordinal);

    // Pictures are their owner's alone.
    private static void MakeFolder(string folder)
    {
        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, owner);
    }

    private static async Task<string> ExtensionAsync(string file, CancellationToken ct)
    {
        var start = new byte[MediaType.SignatureLength];
        await using var bytes = File.OpenRead(file);
        var read = await bytes.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, ct);
        return MediaType.Of(start.AsMemory(0, read))?.Text.Split('/')[1] ?? "bin";
    }
}

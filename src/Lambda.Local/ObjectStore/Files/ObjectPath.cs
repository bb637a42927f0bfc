using System.Text;

namespace Lambda.Local.ObjectStore.Files;

/// <summary>Turns keys into paths that no key can bend: hex digits only, in folders of 100 bytes of key each.</summary>
/// <remarks>
/// Hex keeps the order of keys (UTF-8 byte order, which is S3's), is safe on file systems that ignore case, and has no
/// dots, slashes or device names. <c>photo</c> becomes <c>70686f746f.object</c>.
/// </remarks>
internal static class ObjectPath
{
    public const string Extension = ".object";

    /// <summary>Hex digits per path segment; with the extension well below the 255 bytes of a file name.</summary>
    public const int SegmentLength = 200;

    public static string Hex(string key) => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(key));

    public static string Key(string hex) => Encoding.UTF8.GetString(Convert.FromHexString(hex));

    /// <returns>Relative to the folder that holds all objects.</returns>
    public static string Of(string key) =>
        Path.Combine([.. Hex(key).Chunk(SegmentLength).Select(segment => new string(segment))]) + Extension;

    /// <summary>The folder that holds all objects of a store.</summary>
    public static string Root(string store) => Path.Combine(store, "objects");

    /// <summary>The file of a key.</summary>
    /// <param name="root">The folder that holds all objects.</param>
    /// <exception cref="InvalidDataException">A link is on the way to it.</exception>
    public static string Locate(string root, string key)
    {
        var path = Path.Combine(root, Of(key));

        // No key can make a link; one made by hand would lead out of this folder.
        for (var part = path; part.Length > root.Length; part = Path.GetDirectoryName(part)!)
        {
            if (new FileInfo(part).LinkTarget is not null)
                throw new InvalidDataException($"{part} is a link; the object store holds plain files only.");
        }

        return path;
    }
}

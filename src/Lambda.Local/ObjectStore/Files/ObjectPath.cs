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
}

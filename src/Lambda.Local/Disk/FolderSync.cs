using System.Runtime.InteropServices;

namespace Lambda.Local.Disk;

/// <summary>Makes the names in a folder survive a power cut, as flushing a file does for its bytes.</summary>
internal static class FolderSync
{
    private const int ReadOnly = 0;

    /// <summary>
    /// Returns when the folder's entries are on the disk. A folder removed meanwhile has nothing to keep.
    /// </summary>
    public static void Flush(string folder)
    {
        // Windows writes names through with the file that bears them, and offers no such call.
        if (OperatingSystem.IsWindows())
            return;

        var descriptor = Open(folder, ReadOnly);
        if (descriptor < 0)
        {
            if (!Directory.Exists(folder))
                return;
            throw Failure(folder);
        }

        try
        {
            if (Sync(descriptor) != 0)
                throw Failure(folder);
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    private static IOException Failure(string folder)
    {
        var code = Marshal.GetLastPInvokeError();
        return new IOException($"{folder}: {Marshal.GetPInvokeErrorMessage(code)}", code);
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int Sync(int descriptor);

    [DllImport("libc", EntryPoint = "close")]
    private static extern int Close(int descriptor);
}

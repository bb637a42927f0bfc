namespace Lambda.Local.Disk;

/// <summary>One process, and in it one thread, at a time; the system lets go when the holder dies.</summary>
internal sealed class FileLock : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    private readonly FileStream _held;

    private FileLock(FileStream held) => _held = held;

    /// <summary>
    /// Waits for its turn. The lock's file stays behind, empty: removing it would race with the next holder.
    /// </summary>
    /// <exception cref="IOException">Someone else kept the lock for longer than any change takes.</exception>
    public static FileLock Take(string path)
    {
        var giveUp = Environment.TickCount64 + (long)Patience.TotalMilliseconds;
        while (true)
        {
            try
            {
                return Open(path);
            }
            catch (IOException) when (File.Exists(path) && Environment.TickCount64 < giveUp)
            {
                Thread.Sleep(Pause);
            }
        }
    }

    /// <summary>Takes it for as long as the process lives; null when another one has it.</summary>
    public static FileLock? TryTake(string path)
    {
        try
        {
            return Open(path);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }

    public void Dispose() => _held.Dispose();

    private static FileLock Open(string path)
    {
        var options = OwnerOnly.NewFile();
        (options.Mode, options.Share, options.Options) = (FileMode.OpenOrCreate, FileShare.None, FileOptions.None);
        return new FileLock(new FileStream(path, options));
    }
}

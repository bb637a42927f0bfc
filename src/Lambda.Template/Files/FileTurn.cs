using System.Security.Cryptography;
using System.Text;

namespace Lambda.Template.Files;

/// <summary>
/// One process at a time changes a file; the others wait. The system frees the turn of a process that dies.
/// </summary>
internal sealed class FileTurn : IDisposable
{
    private readonly Mutex _mutex;

    private FileTurn(Mutex mutex) => _mutex = mutex;

    /// <summary>Waits for the turn, and clears away what a process left that died during its own.</summary>
    /// <returns>Null where the system has no turns to give; what is written is whole even then.</returns>
    public static FileTurn? Take(string path)
    {
        var target = SafeFile.Target(path);
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(target)).AsSpan(0, 16));
        if (Make($"Lambda.Template-{name}") is not { } mutex)
            return null;

        try
        {
            mutex.WaitOne();
        }
        catch (AbandonedMutexException)
        {
            // It is ours all the same: every write is whole or not there, so there is nothing to repair.
        }

        SafeFile.RemoveLeftovers(target);
        return new FileTurn(mutex);
    }

    // Another user's of the same name, or no folder to keep it in.
    private static Mutex? Make(string name)
    {
        try
        {
            return new Mutex(initiallyOwned: false, name);
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        _mutex.ReleaseMutex();
        _mutex.Dispose();
    }
}

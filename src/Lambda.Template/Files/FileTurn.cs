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
    public static FileTurn Take(string path)
    {
        var target = SafeFile.Target(path);
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(target)).AsSpan(0, 16));
        var mutex = new Mutex(initiallyOwned: false, $"Lambda.Template-{name}");
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

    public void Dispose()
    {
        _mutex.ReleaseMutex();
        _mutex.Dispose();
    }
}

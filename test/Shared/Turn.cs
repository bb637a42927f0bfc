using System.Diagnostics;

namespace Photos.Tests.Shared;

/// <summary>
/// What only one test project at a time may do: they run side by side, on one checkout. A turn ends with its process at
/// the latest.
/// </summary>
internal static class Turn
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <param name="name">What it is a turn of.</param>
    /// <returns>Disposing of it lets the next one in.</returns>
    public static async Task<FileStream> TakeAsync(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts"));
        var path = Path.Combine(folder.FullName, $"{name}.lock");
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited.Elapsed < Patience)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100));
            }
        }
    }
}

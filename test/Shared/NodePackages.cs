using System.ComponentModel;
using System.Diagnostics;

namespace Photos.Tests.Shared;

/// <summary>
/// What the tests take from npm, installed as <c>test/package-lock.json</c> says before its first use.
/// </summary>
internal static class NodePackages
{
    private static readonly string Folder = Path.Combine(Repository.Root, "test");
    private static readonly string Modules = Path.Combine(Folder, "node_modules");
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly Lazy<Task> Installation = new(InstallAsync);

    /// <summary>Runs <c>npm ci</c>, but only when the packages are missing or older than the lock file.</summary>
    /// <returns>The folder <c>node_modules</c>.</returns>
    public static async Task<string> EnsureAsync()
    {
        await Installation.Value;
        return Modules;
    }

    private static async Task InstallAsync()
    {
        await using var turn = await TakeTurnAsync();
        if (AreCurrent())
            return;

        using var npm = StartNpm();
        var output = npm.StandardOutput.ReadToEndAsync();
        var errors = npm.StandardError.ReadToEndAsync();
        await npm.WaitForExitAsync();

        if (npm.ExitCode != 0)
            throw new InvalidOperationException($"`npm ci` failed in {Folder}:\n{await output}{await errors}");
    }

    private static bool AreCurrent()
    {
        // npm writes this file last.
        var installed = new FileInfo(Path.Combine(Modules, ".package-lock.json"));
        var wanted = new FileInfo(Path.Combine(Folder, "package-lock.json"));
        return installed.Exists && installed.LastWriteTimeUtc >= wanted.LastWriteTimeUtc;
    }

    // Test projects run side by side; the file is open in one of them at a time, and let go when its process ends.
    private static async Task<FileStream> TakeTurnAsync()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts"));
        var path = Path.Combine(folder.FullName, "npm.lock");
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

    private static Process StartNpm()
    {
        string[] install = ["ci", "--no-audit", "--no-fund"];

        // On Windows npm is a command file, which only the command interpreter can start.
        var start = OperatingSystem.IsWindows()
            ? new ProcessStartInfo("cmd.exe", ["/c", "npm", .. install])
            : new ProcessStartInfo("npm", install);
        (start.WorkingDirectory, start.RedirectStandardOutput, start.RedirectStandardError) = (Folder, true, true);

        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new InvalidOperationException(
                "The tests need Node.js 20 or later with its npm on the PATH; install it from https://nodejs.org.");
        }
    }
}

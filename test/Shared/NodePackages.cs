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
        await using var turn = await Turn.TakeAsync("npm");
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

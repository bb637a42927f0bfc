using System.ComponentModel;
using System.Diagnostics;

namespace Photos.Browser.Tests;

/// <summary>The first Chromium, Chrome or Edge of this machine.</summary>
internal static class InstalledBrowser
{
    private static readonly string[] Names =
        ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "chrome", "msedge"];

    /// <returns>Its path. On Debian, root gets one installed.</returns>
    public static async Task<string> FindAsync()
    {
        if (Find() is { } found)
            return found;

        if (OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && File.Exists("/usr/bin/apt-get"))
        {
            await InstallAsync("update");
            await InstallAsync("install", "-y", "chromium");
        }

        return Find() ?? throw new InvalidOperationException(
            "The browser tests need Chromium, Chrome or Edge; install one of them and put it on the PATH.");
    }

    private static string? Find() => OnPath().Concat(UsualPlaces()).FirstOrDefault(File.Exists);

    private static IEnumerable<string> OnPath()
    {
#pragma warning disable RS0030 // What is installed is a fact of the machine, which no option of ours could know better.
        var path = Environment.GetEnvironmentVariable("PATH") ?? "";
#pragma warning restore RS0030
        var ending = OperatingSystem.IsWindows() ? ".exe" : "";
        return from folder in path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
               from name in Names
               select Path.Combine(folder, name + ending);
    }

    private static IEnumerable<string> UsualPlaces()
    {
        if (OperatingSystem.IsMacOS())
        {
            return from name in new[] { "Chromium", "Google Chrome", "Microsoft Edge" }
                   select $"/Applications/{name}.app/Contents/MacOS/{name}";
        }

        if (!OperatingSystem.IsWindows())
            return ["/snap/bin/chromium", "/opt/google/chrome/chrome", "/opt/microsoft/msedge/msedge"];

        Environment.SpecialFolder[] roots =
        [
            Environment.SpecialFolder.ProgramFiles, Environment.SpecialFolder.ProgramFilesX86,
            Environment.SpecialFolder.LocalApplicationData,
        ];
        string[] programs =
        [
            @"Chromium\Application\chrome.exe", @"Google\Chrome\Application\chrome.exe",
            @"Microsoft\Edge\Application\msedge.exe",
        ];
        return from root in roots
               from program in programs
               select Path.Combine(Environment.GetFolderPath(root), program);
    }

    private static async Task InstallAsync(params string[] words)
    {
        try
        {
            using var apt = Process.Start(new ProcessStartInfo("apt-get", words) { RedirectStandardOutput = true })!;
            await apt.StandardOutput.ReadToEndAsync();
            await apt.WaitForExitAsync();
        }
        catch (Win32Exception)
        {
            // Whoever asked finds no browser, and says what to install.
        }
    }
}

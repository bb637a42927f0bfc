using System.Diagnostics;
using System.Runtime.InteropServices;
using Photos.Tests.Shared;

namespace Photos.Tests.Native;

/// <summary>The function set as Lambda gets it: published once per test run as a native executable.</summary>
public sealed class NativeFunctions : IAsyncLifetime
{
    /// <summary>Why there is none here; null when there is one.</summary>
    public string? Missing { get; private set; }

    /// <summary>Everything the publish printed.</summary>
    public string Log { get; private set; } = "";

    public string Executable { get; } = Path.Combine(
        Repository.Root, "artifacts", "aot", "publish", "Photos.Functions", "release_linux-x64", "bootstrap");

    public async ValueTask InitializeAsync()
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.OSArchitecture != Architecture.X64)
            Missing = "Functions run on linux-x64, and native code is only made on the system it is for.";
        else if (Linker() is not { } linker)
            Missing = "Native code needs clang or gcc: apt-get install clang zlib1g-dev.";
        else
            await PublishAsync(linker);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static string? Linker() => new[] { "clang", "gcc" }.FirstOrDefault(IsInstalled);

    private static bool IsInstalled(string program)
    {
        try
        {
            var start = new ProcessStartInfo(program, "--version") { RedirectStandardOutput = true };
            using var answer = Process.Start(start)!;
            answer.StandardOutput.ReadToEnd();
            return true;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private async Task PublishAsync(string linker)
    {
        string[] arguments =
        [
            "publish", "src/Photos.Functions", "-c", "Release", "-r", "linux-x64", "-p:Aot=true", "-p:TemplateSync=off",
            "-nodeReuse:false",
        ];
        using var publish = Process.Start(new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = publish.StandardError.ReadToEndAsync();
        Log = await publish.StandardOutput.ReadToEndAsync() + await errors;
        await publish.WaitForExitAsync();
        Assert.True(publish.ExitCode == 0, Log);
    }
}

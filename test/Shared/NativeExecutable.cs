using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Photos.Tests.Shared;

/// <summary>A function set as Lambda gets it: published as a native executable.</summary>
/// <param name="Path">The executable.</param>
/// <param name="Log">Everything the publish printed.</param>
internal sealed record NativeExecutable(string Path, string Log)
{
    private const string Runtime = "linux-x64";

    /// <summary>Why none can be made here; null when one can.</summary>
    public static string? Missing =>
        !OperatingSystem.IsLinux() || RuntimeInformation.OSArchitecture != Architecture.X64
            ? "Functions run on linux-x64, and native code is only made on the system it is for."
        : new[] { "clang", "gcc" }.Any(IsInstalled)
            ? null
        : "Native code needs clang or gcc: apt-get install clang zlib1g-dev.";

    /// <param name="project">The project's folder, from the repository's root.</param>
    public static async Task<NativeExecutable> PublishAsync(string project)
    {
        await using var turn = await Turn.TakeAsync("native"); // projects that they share are built by both
        string[] arguments =
        [
            "publish", project, "-c", "Release", "-r", Runtime, "-p:Aot=true", "-p:TemplateSync=off", "-nodeReuse:false",
        ];
        using var publish = Process.Start(new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = publish.StandardError.ReadToEndAsync();
        var log = await publish.StandardOutput.ReadToEndAsync() + await errors;
        await publish.WaitForExitAsync();
        Assert.True(publish.ExitCode == 0, log);

        var name = System.IO.Path.GetFileName(project);
        return new NativeExecutable(
            System.IO.Path.Combine(
                Repository.Root, "artifacts", "aot", "publish", name, $"release_{Runtime}", "bootstrap"),
            log);
    }

    /// <param name="handler">The function; null leaves the choice out.</param>
    /// <param name="runtimeApi">Host and port of its Runtime API.</param>
    /// <param name="variables">What else its environment says.</param>
    public Process Start(string? handler, string runtimeApi, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo(Path) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["AWS_LAMBDA_RUNTIME_API"] = runtimeApi;
        start.Environment["ANNOTATIONS_HANDLER"] = handler;
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, printed) => RunLog.Add(printed.Data);
        process.BeginOutputReadLine();
        return process;
    }

    private static bool IsInstalled(string program)
    {
        try
        {
            using var answer = Process.Start(new ProcessStartInfo(program, "--version") { RedirectStandardOutput = true })!;
            answer.StandardOutput.ReadToEnd();
            return true;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}

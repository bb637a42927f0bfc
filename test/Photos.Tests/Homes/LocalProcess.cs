using System.Diagnostics;
using Photos.Tests.Shared;

namespace Photos.Tests.Homes;

/// <summary>What the README's first command starts: a process of its own, on free ports and a scratch folder.</summary>
internal sealed class LocalProcess : IAsyncDisposable
{
    private Process? _process;

    public int Port { get; } = Ports.FirstOf(3);

    public string Data { get; } = Path.Combine(Path.GetTempPath(), $"photos {Guid.CreateVersion7():N}");

    public Uri Site => new($"http://localhost:{Port}");

    public Uri Api => new($"http://localhost:{Port + 1}");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Starts it and reads what it prints until it says how to stop it.</summary>
    public async Task<string> StartAsync()
    {
        _process = Launch();
        var printed = "";
        while (await _process.StandardOutput.ReadLineAsync(Ct) is { } line)
        {
            printed += line + "\n";
            if (line.Contains("Ctrl+C", StringComparison.Ordinal))
                return printed;
        }

        var errors = await _process.StandardError.ReadToEndAsync(Ct);
        throw new InvalidOperationException($"It ended at once: {printed}{errors}");
    }

    /// <summary>Runs it to its end.</summary>
    public async Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] words)
    {
        using var process = Launch(words);
        var errors = process.StandardError.ReadToEndAsync(Ct);
        var output = await process.StandardOutput.ReadToEndAsync(Ct);
        await process.WaitForExitAsync(Ct);
        return (process.ExitCode, output, await errors);
    }

    public async Task<string> TokenAsync(string name)
    {
        var (exitCode, output, errors) = await RunAsync("token", name);
        Assert.True(exitCode == 0, errors);
        return output.Trim();
    }

    /// <summary>SIGKILL: no finally block runs, nothing is flushed.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync(Ct);
    }

    /// <summary>SIGTERM, which it takes as it takes Ctrl+C: what runs is finished.</summary>
    public async Task TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process!.Id}"]);
        await _process.WaitForExitAsync(Ct);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process?.Dispose();
        if (Directory.Exists(Data))
            Directory.Delete(Data, recursive: true);
    }

    private Process Launch(params string[] words) => Process.Start(new ProcessStartInfo(
        "dotnet",
        [Path.Combine(AppContext.BaseDirectory, "Photos.Local.dll"), "--port", $"{Port}", "--data", Data, .. words])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}

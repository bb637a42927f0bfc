using System.Diagnostics;
using Photos.Tests.Shared;

namespace Photos.Tests.Homes;

/// <summary>What the README's first command starts: a process of its own, on free ports and a scratch folder.</summary>
internal sealed class LocalProcess : IAsyncDisposable
{
    private Process? _process;
    private Task _printing = Task.CompletedTask;

    public int Port { get; } = Ports.FirstOf(3);

    public string Data { get; } = Path.Combine(Path.GetTempPath(), $"photos {Guid.CreateVersion7():N}");

    /// <summary>What it finds in its environment besides what is there.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    public Uri Site => new($"http://localhost:{Port}");

    public Uri Api => new($"http://localhost:{Port + 1}");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Starts it and reads what it prints until it says how to stop it.</summary>
    public async Task<string> StartAsync(params string[] words)
    {
        _process = Launch(words);
        var errors = RunLog.ReadAsync(_process.StandardError);
        var printed = "";
        while (await _process.StandardOutput.ReadLineAsync(Ct) is { } line)
        {
            RunLog.Add(line);
            printed += line + "\n";
            if (!line.Contains("Ctrl+C", StringComparison.Ordinal))
                continue;

            _printing = RunLog.ReadAsync(_process.StandardOutput);
            return printed;
        }

        throw new InvalidOperationException($"It ended at once: {printed}{await errors}");
    }

    /// <summary>Runs it to its end.</summary>
    public Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] words) =>
        EndOfAsync(Launch(words));

    /// <summary>Verifies the data folder, or what the words say, in a process of its own.</summary>
    public Task<(int ExitCode, string Output, string Errors)> VerifyAsync(params string[] words)
    {
        string[] where = words is [] or ["--repair"] ? ["--data", Data] : [];
        return EndOfAsync(Process.Start(Start(["verify", .. where, .. words]))!);
    }

    private static async Task<(int ExitCode, string Output, string Errors)> EndOfAsync(Process started)
    {
        using var process = started;
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

    /// <summary>As Ctrl+C does, which a program that tests started in the background would not hear.</summary>
    public void Terminate() => Signal("-TERM", $"{_process!.Id}");

    /// <summary>Asks it to end and waits: what runs is finished.</summary>
    public Task<int> StopAsync()
    {
        Terminate();
        return EndAsync();
    }

    public static void Interrupt(int process) => Signal("-INT", $"{process}");

    public async Task<int> EndAsync()
    {
        await _process!.WaitForExitAsync(Ct);
        await _printing;
        return _process.ExitCode;
    }

    /// <summary>The processes that it has started and that are still there.</summary>
    public int[] Children()
    {
        var parent = $"{_process!.Id}";
        return [.. Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), out var id) ? id : 0)
            .Where(id => id > 0 && ParentOf(id) == parent)];
    }

    public static bool IsAlive(int process) => ParentOf(process) is not null;

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

    // pid (name) state parent …, where the name may hold anything but is the last with a bracket.
    private static string? ParentOf(int process)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{process}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ') is [not "Z", var parent, ..] ? parent : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static void Signal(string signal, string process)
    {
        using var kill = Process.Start("kill", [signal, process]);
        kill.WaitForExit();
    }

    private Process Launch(params string[] words) =>
        Process.Start(Start(["--port", $"{Port}", "--data", Data, .. words]))!;

    private ProcessStartInfo Start(string[] words)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Photos.Local.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. words])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Environment)
            start.Environment[name] = value;

        return start;
    }
}

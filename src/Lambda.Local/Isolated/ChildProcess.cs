using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Lambda.Local.Isolated;

/// <summary>A started program, and what it prints.</summary>
internal sealed class ChildProcess
{
    private const int Sigterm = 15;

    /// <summary>
    /// What was printed last is worth waiting for; but something that the program started may hold its console open.
    /// </summary>
    private static readonly TimeSpan LastWords = TimeSpan.FromMilliseconds(500);

    private readonly Process _process;

    private ChildProcess(Process process, Action<string, bool> printed)
    {
        _process = process;
        Ended = WaitAsync(
            ReadAsync(process.StandardOutput, line => printed(line, false)),
            ReadAsync(process.StandardError, line => printed(line, true)));
    }

    /// <summary>Ends with the process, and with its exit code.</summary>
    public Task<int> Ended { get; }

    /// <param name="start">What to start, with its environment.</param>
    /// <param name="printed">Called with each line, and whether it came by the error stream.</param>
    /// <exception cref="System.ComponentModel.Win32Exception">There is no such program.</exception>
    public static ChildProcess Start(ProcessStartInfo start, Action<string, bool> printed)
    {
        (start.RedirectStandardInput, start.RedirectStandardOutput, start.RedirectStandardError) = (true, true, true);
        start.UseShellExecute = false;
        start.CreateNoWindow = true;
        if (!OperatingSystem.IsWindows())
            IgnoreTerminal(start);

        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return new ChildProcess(process, printed);
    }

    /// <summary>Asks it to end, as Lambda does; what is at hand may be finished.</summary>
    public void Terminate()
    {
        if (OperatingSystem.IsWindows())
            Kill();
        else if (!_process.HasExited)
            _ = SendSignal(_process.Id, Sigterm);
    }

    /// <summary>Ends it at once, with all that it has started.</summary>
    public void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception gone) when (gone is InvalidOperationException or AggregateException)
        {
            // It was faster.
        }
    }

    // Ctrl+C reaches every process of the terminal. The functions have to outlive it, to answer what is under way; what
    // a shell ignores stays ignored in the program that takes its place.
    private static void IgnoreTerminal(ProcessStartInfo start)
    {
        string[] words = ["-c", "trap '' INT QUIT; exec \"$0\" \"$@\"", start.FileName, .. start.ArgumentList];
        start.FileName = "/bin/sh";
        start.ArgumentList.Clear();
        foreach (var word in words)
            start.ArgumentList.Add(word);
    }

    private static async Task ReadAsync(StreamReader stream, Action<string> printed)
    {
        while (await stream.ReadLineAsync() is { } line)
            printed(line);
    }

    private async Task<int> WaitAsync(Task output, Task errors)
    {
        await _process.WaitForExitAsync();
        await Task.WhenAny(Task.WhenAll(output, errors), Task.Delay(LastWords));
        return _process.ExitCode;
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int SendSignal(int process, int signal);
}

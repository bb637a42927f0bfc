using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Photos.LoadBenchmark;

/// <summary>A server of its own process, which answers <c>/hello</c> and <c>/photos</c>.</summary>
internal sealed class Contender : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly Process _process;

    private Contender(string name, int port, Process process) => (Name, Port, _process) = (name, port, process);

    public string Name { get; }

    public int Port { get; }

    /// <summary>Of a guarded route; null where nobody asks for one.</summary>
    public string? Token { get; init; }

    public double Megabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / (1024.0 * 1024);
        }
    }

    /// <summary>
    /// What it has used of the processors so far; on a busy machine this tells more than the time it took.
    /// </summary>
    public TimeSpan Processor
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts it and waits until it listens; what it prints is read and dropped.</summary>
    public static async Task<Contender> StartAsync(string name, int port, ProcessStartInfo start, string? token = null)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        var process = Process.Start(start)!;
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null);

        var watch = Stopwatch.StartNew();
        while (!await ListensAsync(port))
        {
            if (process.HasExited || watch.Elapsed > Patience)
                throw new InvalidOperationException(
                    $"{name} does not start: {start.FileName} {string.Join(' ', start.ArgumentList)}");
            await Task.Delay(Pause);
        }

        return new Contender(name, port, process) { Token = token };
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<bool> ListensAsync(int port)
    {
        try
        {
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}

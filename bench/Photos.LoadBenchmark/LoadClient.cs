using System.Buffers.Text;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Photos.LoadBenchmark;

/// <summary>
/// Many connections that each ask again as soon as they are answered; the same cheap client for every contender.
/// </summary>
internal sealed class LoadClient(int port, string path, string? token)
{
    private readonly byte[] _request = Encoding.ASCII.GetBytes(
        $"GET {path} HTTP/1.1\r\nHost: localhost:{port}\r\n"
        + (token is null ? "" : $"Authorization: Bearer {token}\r\n") + "\r\n");

    public async Task<Load> RunAsync(int connections, TimeSpan time)
    {
        var watch = Stopwatch.StartNew();
        var loads = await Task.WhenAll(
            Enumerable.Range(0, connections).Select(_ => Task.Run(() => AskUntilAsync(watch, time))));
        return Load.Of(loads, watch.Elapsed);
    }

    private async Task<(List<long> Ticks, int Errors)> AskUntilAsync(Stopwatch watch, TimeSpan time)
    {
        var (ticks, errors) = (new List<long>(100_000), 0);
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        var buffer = new byte[256 * 1024];
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, port);
            while (watch.Elapsed < time)
            {
                var start = Stopwatch.GetTimestamp();
                await socket.SendAsync(_request);
                if (await ReadAsync(socket, buffer) != 200)
                    errors++;
                ticks.Add(Stopwatch.GetTimestamp() - start);
            }
        }
        catch (Exception failure) when (failure is SocketException or InvalidDataException)
        {
            errors++;
        }

        return (ticks, errors);
    }

    /// <returns>The status of an answer that arrived whole.</returns>
    private static async ValueTask<int> ReadAsync(Socket socket, byte[] buffer)
    {
        var (length, expected) = (0, int.MaxValue);
        while (length < expected)
        {
            var count = await socket.ReceiveAsync(buffer.AsMemory(length));
            if (count == 0)
                throw new InvalidDataException("The connection ended within an answer.");

            length += count;
            if (expected == int.MaxValue)
                expected = LengthOf(buffer.AsSpan(0, length));
        }

        return Utf8Parser.TryParse(buffer.AsSpan("HTTP/1.1 ".Length, 3), out int status, out _) ? status : 0;
    }

    private static int LengthOf(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0)
            return int.MaxValue;

        foreach (var range in answer[..end].Split("\r\n"u8))
        {
            var line = answer[range];
            if (Ascii.EqualsIgnoreCase(line[..Math.Min(line.Length, "content-length:".Length)], "content-length:"u8)
                && Utf8Parser.TryParse(line["content-length:".Length..].Trim((byte)' '), out int length, out _))
                return end + 4 + length;
        }

        throw new InvalidDataException("An answer does not say how long it is.");
    }
}

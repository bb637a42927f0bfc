using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Lambda.Tests.HttpApi;

namespace Lambda.Tests.Fuzzing;

/// <summary>
/// A connection that sends bytes as they are and reads answers so strictly that a broken one cannot pass for another.
/// </summary>
internal sealed class Wire : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[64 * 1024];

    private int _start;
    private int _end;

    public static async Task<Wire> ConnectAsync(int port, CancellationToken ct)
    {
        var wire = new Wire();
        await wire._socket.ConnectAsync(IPAddress.Loopback, port, ct);
        return wire;
    }

    public async Task SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        try
        {
            while (!bytes.IsEmpty)
                bytes = bytes[await _socket.SendAsync(bytes, ct)..];
        }
        catch (SocketException)
        {
            // It has heard enough; what it said comes next.
        }
    }

    /// <summary>Tells the other side that nothing more comes.</summary>
    public void EndSending()
    {
        try
        {
            _socket.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException)
        {
            // It was faster.
        }
    }

    /// <returns>Null when the connection ended instead.</returns>
    /// <exception cref="InvalidDataException">These bytes are no HTTP/1.1 answer.</exception>
    public async Task<Answer?> ReadAsync(bool isHead, CancellationToken ct)
    {
        if (await LineAsync(ct) is not { } status)
            return null;
        if (status.Split(' ', 3) is not [("HTTP/1.1" or "HTTP/1.0"), { Length: 3 } code, _])
            throw new InvalidDataException($"No status line: {status}");

        var headers = new List<(string Name, string Value)>();
        while (await LineAsync(ct) is var line and not "")
        {
            if (line?.Split(':', 2) is not [{ Length: > 0 } name, var value] || name.Any(char.IsWhiteSpace))
                throw new InvalidDataException($"No header: {line}");
            headers.Add((name, value.Trim()));
        }

        var answer = new Answer(int.Parse(code, CultureInfo.InvariantCulture), headers, "");
        return isHead || answer.Status is < 200 or 204 or 304
            ? answer
            : answer with { Body = await BodyAsync(answer, ct) };
    }

    public void Dispose()
    {
        // Without this, ten thousand connections would wait for minutes to be forgotten.
        _socket.LingerState = new LingerOption(true, 0);
        _socket.Dispose();
    }

    private async Task<string> BodyAsync(Answer answer, CancellationToken ct)
    {
        if (answer["transfer-encoding"] is "chunked")
            return await ChunksAsync(ct);
        if (answer.All("content-length") is [] && answer["connection"] is "close")
            return await AllAsync(ct);
        if (answer.All("content-length") is not [var length])
            throw new InvalidDataException($"A body without one length, in an answer {answer.Status}.");

        return await TextAsync(int.Parse(length, NumberStyles.None, CultureInfo.InvariantCulture), ct);
    }

    private async Task<string> ChunksAsync(CancellationToken ct)
    {
        var body = new StringBuilder();
        while (true)
        {
            var line = await LineAsync(ct) ?? throw new InvalidDataException("The answer ended between chunks.");
            var length = int.Parse(line, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            body.Append(await TextAsync(length, ct));
            if (await LineAsync(ct) is not "")
                throw new InvalidDataException("A chunk is longer than it says.");
            if (length == 0)
                return body.ToString();
        }
    }

    // A body that ends with its connection, as before HTTP/1.1.
    private async Task<string> AllAsync(CancellationToken ct)
    {
        var body = new StringBuilder();
        while (_start < _end || await FillAsync(ct))
        {
            body.Append(Encoding.Latin1.GetString(_buffer, _start, _end - _start));
            _start = _end;
        }

        return body.ToString();
    }

    private async Task<string> TextAsync(int length, CancellationToken ct)
    {
        var bytes = new byte[length];
        for (var at = 0; at < length;)
        {
            if (_start == _end && !await FillAsync(ct))
                throw new InvalidDataException("The answer ended in its body.");

            var count = Math.Min(_end - _start, length - at);
            _buffer.AsSpan(_start, count).CopyTo(bytes.AsSpan(at));
            (_start, at) = (_start + count, at + count);
        }

        return Encoding.Latin1.GetString(bytes);
    }

    // Null at the end of the connection, where a line may begin but not end.
    private async Task<string?> LineAsync(CancellationToken ct)
    {
        var line = new StringBuilder();
        while (true)
        {
            if (_start == _end && !await FillAsync(ct))
                return line.Length == 0 ? null : throw new InvalidDataException($"The answer ended after: {line}");

            var letter = (char)_buffer[_start++];
            if (letter != '\n')
                line.Append(letter);
            else if (line is { Length: > 0 } && line[^1] == '\r')
                return line.ToString(0, line.Length - 1);
            else
                throw new InvalidDataException($"A line without its CR: {line}");
        }
    }

    private async Task<bool> FillAsync(CancellationToken ct)
    {
        try
        {
            (_start, _end) = (0, await _socket.ReceiveAsync(_buffer, ct));
        }
        catch (SocketException)
        {
            (_start, _end) = (0, 0);
        }

        return _end > 0;
    }
}

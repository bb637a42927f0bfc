using System.Net.Sockets;
using System.Text;

namespace Lambda.Tests.ObjectStore;

/// <summary>What only bytes on a socket can show.</summary>
public sealed class WireTests : IAsyncLifetime
{
    private StoreHost _store = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _store = await StoreHost.StartAsync();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task A_client_that_asks_first_is_told_to_go_on()
    {
        var answer = await SayAsync(Head(3, "expect: 100-continue"), "abc");

        Assert.StartsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_asks_first_is_refused_before_it_sends()
    {
        var refused = await SayAsync(Head(3, "expect: 100-continue").Replace("Signature=", "Signature=0", StringComparison.Ordinal));
        var tooLarge = await SayAsync(Head((5L << 30) + 1, "expect: 100-continue"));

        Assert.StartsWith("HTTP/1.1 403 Forbidden\r\n", refused, StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 400 Bad Request\r\n", tooLarge, StringComparison.Ordinal);
        Assert.Contains("<Code>EntityTooLarge</Code>", tooLarge, StringComparison.Ordinal);
        Assert.Empty(_store.Files());
    }

    [Fact]
    public async Task Without_a_length_nothing_is_taken()
    {
        var answer = await SayAsync(
            Head(3, "transfer-encoding: chunked").Replace("content-length: 3\r\n", "", StringComparison.Ordinal),
            "3\r\nabc\r\n0\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 411 Length Required\r\n", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_names_the_code_the_path_and_the_request()
    {
        var answer = await SayAsync("GET /pictures/%3Cb%3E?x=%3Cb%3E HTTP/1.1\r\nhost: here\r\nconnection: close\r\n\r\n");

        var id = answer.Split("x-amz-request-id: ")[1][..16];
        Assert.EndsWith(
            "<Error><Code>AccessDenied</Code><Message>Access Denied</Message>"
                + $"<Resource>/pictures/%3Cb%3E</Resource><RequestId>{id}</RequestId></Error>",
            answer,
            StringComparison.Ordinal);
    }

    private string Head(long length, string more)
    {
        var address = new Uri(_store.Address, "/pictures/k");
        using var request = new SignedByHand(
            HttpMethod.Put, address, "UNSIGNED-PAYLOAD", _store.Clock.GetUtcNow()).Request;
        var headers = string.Concat(request.Headers.Select(header => $"{header.Key}: {header.Value.Single()}\r\n"));
        return $"PUT /pictures/k HTTP/1.1\r\nhost: {address.Authority}\r\n{headers}content-length: {length}\r\n"
            + $"connection: close\r\n{more}\r\n\r\n";
    }

    private async Task<string> SayAsync(string head, string body = "")
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(_store.Address.Host, _store.Address.Port, Ct);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), Ct);
        if (!head.Contains("100-continue", StringComparison.Ordinal))
            await stream.WriteAsync(Encoding.ASCII.GetBytes(body), Ct);

        var answer = new StringBuilder();
        var buffer = new byte[16 * 1024];
        int read;

        // A refusal ends before the connection does: the store waits a little for what it did not ask for.
        while (!answer.ToString().EndsWith("</Error>", StringComparison.Ordinal)
            && (read = await stream.ReadAsync(buffer, Ct)) > 0)
        {
            answer.Append(Encoding.ASCII.GetString(buffer, 0, read));
            if (answer.ToString().EndsWith("100 Continue\r\n\r\n", StringComparison.Ordinal))
                await stream.WriteAsync(Encoding.ASCII.GetBytes(body), Ct);
        }

        return answer.ToString();
    }
}

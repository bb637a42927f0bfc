using System.Net.Sockets;
using System.Text;

namespace Lambda.Tests.HttpApi;

public sealed class StopTests
{
    [Fact]
    public async Task An_upload_that_stalls_holds_up_the_end_for_five_seconds_at_most()
    {
        var ct = TestContext.Current.CancellationToken;
        using var fixture = new CloudFixture();
        await using var cloud = await fixture.StartAsync();
        using var upload = new TcpClient();
        await upload.ConnectAsync("localhost", cloud.Addresses.Api.Port, ct);
        var head = "GET /greet/Ada HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nhalf";
        await upload.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head), ct);
        using var stopping = new CancellationTokenSource();

        var stopped = cloud.WaitForShutdownAsync(stopping.Token);
        await stopping.CancelAsync();

        await stopped.WaitAsync(TimeSpan.FromSeconds(10), ct);
    }
}

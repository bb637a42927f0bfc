using System.Text;
using Lambda.Tests.HttpApi;
using Photos.Tests.Shared;

namespace Lambda.Tests.Fuzzing;

/// <summary>Clients that break off while they send: no fault of the program, and no reason to say so.</summary>
[Collection(nameof(Alone))]
public sealed class HangUpTests
{
    private const string Form = "Content-Type: application/x-www-form-urlencoded\r\n";
    private const string Json = "Content-Type: application/json\r\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, "POST /greet/Ada", "")]
    [InlineData(1, "POST /_signin/oauth2/token", Form)]
    [InlineData(1, "POST /_signin/oauth2/revoke", Form)]
    [InlineData(1, "PUT /_local/api/functions/Greet/fault", Json)]
    [InlineData(1, "POST /_local/api/functions/Greet/events", Json)]
    [InlineData(2, "PUT /things/1", "")]
    public async Task A_body_that_breaks_off_is_no_error(int origin, string request, string headers)
    {
        var before = Errors();
        using var fixture = new CloudFixture(
            CloudFixture.Template.Replace("\"Method\": \"GET\"", "\"Method\": \"POST\"", StringComparison.Ordinal));
        await using (var cloud = await fixture.StartAsync())
        {
            for (var turn = 0; turn < 20; turn++)
            {
                using var wire = await StartSendingAsync("Content-Length: 50\r\n\r\nabc");
                // Time for the server to wait for the rest.
                await Task.Delay(5, Ct);
            }

            using var broken = await StartSendingAsync("Transfer-Encoding: chunked\r\n\r\nzz\r\n");
            Assert.InRange((await broken.ReadAsync(isHead: false, Ct))!.Status, 400, 499);
            Assert.Equal(404, (int)(await fixture.Http.GetAsync(new Uri(cloud.Addresses.Api, "/nothing"), Ct)).StatusCode);
        }

        Assert.Equal(before, Errors());

        async Task<Wire> StartSendingAsync(string rest)
        {
            var port = fixture.Options.Port + origin;
            var wire = await Wire.ConnectAsync(port, Ct);
            await wire.SendAsync(
                Encoding.ASCII.GetBytes($"{request} HTTP/1.1\r\nHost: localhost:{port}\r\n{headers}{rest}"), Ct);
            return wire;
        }
    }

    [Theory]
    [InlineData(0, "PUT /nothing.png")]
    [InlineData(0, "GET /config.json")]
    [InlineData(0, "CONNECT /config.json")]
    [InlineData(1, "POST /nothing")]
    [InlineData(1, "GET /_signin/oauth2/authorize")]
    [InlineData(1, "POST /_signin/oauth2/token")]
    public async Task An_answer_is_whole_although_the_body_that_it_answers_breaks_off(int origin, string request)
    {
        using var fixture = new CloudFixture();
        await using var cloud = await fixture.StartAsync();
        using var wire = await Wire.ConnectAsync(fixture.Options.Port + origin, Ct);

        await wire.SendAsync(
            Encoding.ASCII.GetBytes($"{request} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\na"), Ct);
        var answer = (await wire.ReadAsync(isHead: false, Ct))!;

        Assert.Equal($"{answer.Body.Length}", answer["content-length"]);
        Assert.NotEqual("", answer.Body);
    }

    private static int Errors() =>
        RunLog.Read().Lines.Count(line => line.StartsWith("Error: Connection id", StringComparison.Ordinal));
}

using System.Text;
using Lambda.Local.Disk;
using Lambda.Tests.HttpApi;
using Lambda.Tests.ObjectStore;

namespace Lambda.Tests.Fuzzing;

/// <summary>
/// Clients that ask whether to send their body. Who is answered without it may send it all the same, or the next
/// request: neither may be taken for the other.
/// </summary>
public sealed class AskingClientTests
{
    private const string Key = """{"AccessKey":"TESTKEY","SecretKey":"a secret of the test"}""";
    private const string Form = "Content-Type: application/x-www-form-urlencoded\r\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("POST /nothing", "", 39)]
    [InlineData("PUT /things/a", "", 39)]
    [InlineData("GET /", "", 39)]
    [InlineData("OPTIONS /greet/Ada", "", 39)]
    [InlineData("POST /_signin/oauth2/token", Form, 40_000)]
    public async Task Who_is_refused_without_the_body_keeps_no_connection(string request, string headers, int length)
    {
        using var fixture = new CloudFixture();
        await using var cloud = await fixture.StartAsync();

        for (var origin = 0; origin < 3; origin++)
        {
            using var wire = await Wire.ConnectAsync(fixture.Options.Port + origin, Ct);
            var answer = await AskAsync(wire, request, $"Host: x\r\n{headers}", length);

            Assert.NotEqual(100, answer.Status);
            Assert.Equal(["close"], answer.All("connection"));
        }
    }

    [Theory]
    [InlineData("POST", "?uploads", 200, "close")]
    [InlineData("PUT", "", 100, null)]
    public async Task Who_is_told_to_send_it_keeps_the_connection_and_who_is_not_does_not(
        string method, string query, int status, string? connection)
    {
        using var fixture = new CloudFixture();
        Directory.CreateDirectory(fixture.Options.DataFolder);
        OwnerOnly.TryAdd(
            Path.Combine(fixture.Options.DataFolder, "object-store-key.json"), Encoding.ASCII.GetBytes(Key));
        await using var cloud = await fixture.StartAsync();
        var address = new Uri(cloud.Addresses.Media, $"/things/a{query}");
        using var signed = new SignedByHand(
            new HttpMethod(method), address, "UNSIGNED-PAYLOAD", TimeProvider.System.GetUtcNow()).Request;
        var headers = string.Concat(
            signed.Headers.Select(header => $"{header.Key}: {header.Value.Single()}\r\n"));
        using var wire = await Wire.ConnectAsync(address.Port, Ct);

        var answer = await AskAsync(wire, $"{method} /things/a{query}", $"Host: {address.Authority}\r\n{headers}", 3);

        Assert.Equal((status, connection), (answer.Status, answer["connection"]));
        if (status is 100)
        {
            await wire.SendAsync("abc"u8.ToArray(), Ct);
            answer = (await wire.ReadAsync(isHead: false, Ct))!;
            Assert.Equal((200, null), (answer.Status, answer["connection"]));
        }
    }

    private static async Task<Answer> AskAsync(Wire wire, string request, string headers, int length)
    {
        await wire.SendAsync(
            Encoding.ASCII.GetBytes(
                $"{request} HTTP/1.1\r\n{headers}Expect: 100-continue\r\nContent-Length: {length}\r\n\r\n"),
            Ct);
        return (await wire.ReadAsync(isHead: false, Ct))!;
    }
}

using System.Text;
using Lambda.Tests.HttpApi;

namespace Lambda.Tests.Fuzzing;

/// <summary>
/// Requests whose end two readers might see in two places: neither may find a second request in the body of the first.
/// </summary>
public sealed class SmugglingTests
{
    private const string Hidden = "GET /greet/Eve HTTP/1.1\r\nHost: x\r\n\r\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Content-Length: 44\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + Hidden)]
    [InlineData("Transfer-Encoding: chunked\r\nContent-Length: 44\r\n\r\n0\r\n\r\n" + Hidden)]
    [InlineData("Content-Length: 0\r\nContent-Length: 39\r\n\r\n" + Hidden)]
    [InlineData("Content-Length: 0, 39\r\n\r\n" + Hidden)]
    [InlineData("Content-Length: 0x0\r\n\r\n" + Hidden)]
    [InlineData("Content-Length: -1\r\n\r\n" + Hidden)]
    [InlineData("Content-Length : 0\r\n\r\n" + Hidden)]
    [InlineData("Content-Length:\r\n 0\r\n\r\n" + Hidden)]
    [InlineData("Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n" + Hidden)]
    [InlineData("Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" + Hidden)]
    [InlineData("Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n" + Hidden)]
    [InlineData("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n" + Hidden)]
    [InlineData("Transfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n" + Hidden)]
    [InlineData("X: y\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + Hidden)]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n0x0\r\n\r\n" + Hidden)]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n1;a\nb\r\nx\r\n0\r\n\r\n" + Hidden)]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n3\r\nabcd\r\n0\r\n\r\n" + Hidden)]
    [InlineData("Transfer-Encoding: chunked\r\n\r\nfffffffff\r\nabc\r\n0\r\n\r\n" + Hidden)]
    [InlineData("Content-Length: 39\r\n\r\n" + Hidden)]
    public async Task What_hides_in_a_body_is_never_answered(string rest)
    {
        using var fixture = new CloudFixture();
        await using var cloud = await fixture.StartAsync();

        for (var origin = 0; origin < 3; origin++)
        {
            var answers = await AnswersAsync(
                fixture.Options.Port + origin, $"POST /greet/Ada HTTP/1.1\r\nHost: x\r\n{rest}");

            Assert.True(answers.Count <= 1, $"{answers.Count} answers from origin {origin}");
            Assert.All(answers, answer => Assert.DoesNotContain("Eve", answer.Body, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_request_of_two_lengths_is_refused_at_every_origin_and_its_connection_ends()
    {
        using var fixture = new CloudFixture();
        await using var cloud = await fixture.StartAsync();

        for (var origin = 0; origin < 3; origin++)
        {
            var answer = Assert.Single(await AnswersAsync(
                fixture.Options.Port + origin,
                "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + "3\r\nabc\r\n0\r\n\r\n"));

            Assert.Equal((400, "close"), (answer.Status, answer["connection"]));
        }
    }

    // What belongs to the one request is followed by one that is in order, and by the end.
    private static async Task<List<Answer>> AnswersAsync(int port, string request)
    {
        using var wire = await Wire.ConnectAsync(port, Ct);
        await wire.SendAsync(Encoding.ASCII.GetBytes(request), Ct);
        var answers = new List<Answer>();
        if (await wire.ReadAsync(isHead: false, Ct) is { } first)
            answers.Add(first);

        wire.EndSending();
        while (await wire.ReadAsync(isHead: false, Ct) is { } more)
            answers.Add(more);
        return answers;
    }
}

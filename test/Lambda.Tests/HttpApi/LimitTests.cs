using Lambda.Local.Invoking;
using Lambda.Template.Values;

namespace Lambda.Tests.HttpApi;

public sealed class LimitTests
{
    private const int SixMegabytes = 6 * 1024 * 1024;

    [Theory]
    [InlineData(9_900, 200)]
    [InlineData(10_240, 431)]
    public async Task Request_line_and_headers_have_10240_bytes_together(int length, int status)
    {
        await using var host = await StartAsync();

        var answer = await host.SendAsync("GET", "/things", ("X-Long", new string('a', length)));

        Assert.Equal(status, answer.Status);
        Assert.NotNull(answer["apigw-requestid"]);
    }

    [Fact]
    public async Task A_body_in_broken_chunks_is_400_and_reaches_no_function()
    {
        await using var host = await StartAsync();

        var answer = await host.SendRawAsync(
            "POST /things HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nzz\r\n");

        Assert.Equal((400, """{"message":"Bad Request"}"""), (answer.Status, answer.Body));
        Assert.Empty(host.Functions.Invocations);
    }

    [Theory]
    [InlineData(SixMegabytes + 1)]
    [InlineData(SixMegabytes)]
    public async Task A_body_that_no_function_could_take_is_413(int length)
    {
        await using var host = await StartAsync();
        using var content = new ByteArrayContent(new byte[length]);

        using var answer = await host.Http.PostAsync(
            new Uri($"http://127.0.0.1:{host.Port}/things"), content, TestContext.Current.CancellationToken);

        Assert.Equal(413, (int)answer.StatusCode);
        Assert.Equal(
            """{"message":"Request Entity Too Large"}""",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Empty(host.Functions.Invocations);
    }

    [Fact]
    public async Task A_result_over_six_megabytes_is_500()
    {
        await using var host = await StartAsync();
        host.Functions.Returns($"\"{new string('a', SixMegabytes)}\"");

        var answer = await host.SendAsync("GET", "/things");

        Assert.Equal(500, answer.Status);
    }

    [Fact]
    public async Task A_function_that_fails_is_500_without_a_word_of_why()
    {
        await using var host = await StartAsync();
        host.Functions.Result = () => throw new FunctionException("secret");

        var answer = await host.SendAsync("GET", "/things");

        Assert.Equal((500, """{"message":"Internal Server Error"}"""), (answer.Status, answer.Body));
    }

    [Fact]
    public async Task After_thirty_seconds_the_client_gets_503_and_the_function_goes_on()
    {
        await using var host = await StartAsync();
        var asked = new TaskCompletionSource();
        var result = new TaskCompletionSource<ReadOnlyMemory<byte>>();
        host.Functions.Result = () =>
        {
            asked.SetResult();
            return result.Task;
        };

        var sending = host.SendAsync("GET", "/things");
        await asked.Task;
        await host.Clock.TimerSetAsync();
        host.Clock.Move(TimeSpan.FromSeconds(29.9));
        Assert.False(sending.IsCompleted);
        host.Clock.Move(TimeSpan.FromSeconds(0.1));
        var answer = await sending;

        Assert.Equal((503, """{"message":"Service Unavailable"}"""), (answer.Status, answer.Body));
        Assert.Equal(("33", null), (answer["content-length"], answer["content-type"]));
        Assert.NotNull(answer["apigw-requestid"]);
        Assert.False(result.Task.IsCompleted);
    }

    [Fact]
    public async Task A_route_may_have_its_client_wait_less()
    {
        await using var host = await StartWithAsync("\"TimeoutInMillis\":2500");
        host.Functions.Result = () => new TaskCompletionSource<ReadOnlyMemory<byte>>().Task;

        var sending = host.SendAsync("GET", "/things");
        await host.Clock.TimerSetAsync();
        host.Clock.Move(TimeSpan.FromSeconds(2.4));
        Assert.False(sending.IsCompleted);
        host.Clock.Move(TimeSpan.FromSeconds(0.1));

        Assert.Equal(503, (await sending).Status);
    }

    [Theory]
    [InlineData(49)]
    [InlineData(30_001)]
    public async Task A_time_that_no_route_can_have_stops_the_start(int milliseconds)
    {
        var refused = await Assert.ThrowsAsync<TemplateException>(
            () => StartWithAsync($"\"TimeoutInMillis\":{milliseconds}"));

        Assert.EndsWith("TimeoutInMillis is not between 50 and 30000.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_route_may_have_a_limit_of_its_own()
    {
        await using var host = await StartWithAsync(
            "\"RouteSettings\":{\"ThrottlingBurstLimit\":1,\"ThrottlingRateLimit\":1}");

        var first = await host.SendAsync("GET", "/things");
        var second = await host.SendAsync("GET", "/things");

        Assert.Equal((200, 429), (first.Status, second.Status));
    }

    [Fact]
    public async Task What_comes_faster_than_the_template_grants_is_429()
    {
        const string Limits =
            """
            "HttpApi":{"DefaultRouteSettings":{"ThrottlingBurstLimit":2,"ThrottlingRateLimit":1},
              "RouteSettings":{"GET /free":{"ThrottlingBurstLimit":9}}
            """;
        var template = SampleTemplate.Public("GET /things", "GET /free");
        await using var host = await GatewayHost.StartAsync(
            template.Replace("\"HttpApi\":{", Limits, StringComparison.Ordinal));

        Answer[] things = [await SendAsync(), await SendAsync(), await SendAsync()];
        var free = await host.SendAsync("GET", "/free");
        host.Clock.Move(TimeSpan.FromSeconds(1));
        Answer[] later = [await SendAsync(), await SendAsync()];

        Assert.Equal([200, 200, 429], things.Select(answer => answer.Status));
        Assert.Equal("""{"message":"Too Many Requests"}""", things[2].Body);
        Assert.Equal(200, free.Status);
        Assert.Equal([200, 429], later.Select(answer => answer.Status));

        Task<Answer> SendAsync() => host.SendAsync("GET", "/things");
    }

    private static Task<GatewayHost> StartWithAsync(string setting) => GatewayHost.StartAsync(
        SampleTemplate.Public("GET /things")
            .Replace("\"Method\":", $"{setting},\"Method\":", StringComparison.Ordinal));

    private static Task<GatewayHost> StartAsync() => GatewayHost.StartAsync(SampleTemplate.Public("ANY /things"));
}

using System.Text.Json;

namespace Lambda.Tests.HttpApi;

public sealed class FirstPayloadTests
{
    [Fact]
    public async Task The_first_version_tells_single_and_several_values()
    {
        await using var host = await StartAsync();

        await host.SendAsync(
            "GET", "/things/a%20b?x=1&x=2%263&y", ("X-Many", "a"), ("x-many", "b"), ("Cookie", "c=1; d=2"));

        var sent = host.Functions.Event;
        Assert.Equal(
            ("1.0", "/things/{id}", "/things/a%20b", "GET"),
            (Text(sent, "version"), Text(sent, "resource"), Text(sent, "path"), Text(sent, "httpMethod")));
        Assert.Equal("/things/a b", Text(sent.GetProperty("requestContext"), "path"));
        Assert.Equal("""{"x":"2&3","y":""}""", sent.GetProperty("queryStringParameters").GetRawText());
        Assert.Equal(
            """{"x":["1","2&3"],"y":[""]}""", sent.GetProperty("multiValueQueryStringParameters").GetRawText());
        Assert.Equal("""{"id":"a b"}""", sent.GetProperty("pathParameters").GetRawText());
        var (one, all) = (sent.GetProperty("headers"), sent.GetProperty("multiValueHeaders"));
        Assert.Equal(("b", "c=1; d=2", "0"), (Text(one, "X-Many"), Text(one, "Cookie"), Text(one, "Content-Length")));
        Assert.Equal("""["a","b"]""", all.GetProperty("X-Many").GetRawText());
        Assert.Equal("https", Text(one, "X-Forwarded-Proto"));
    }

    [Fact]
    public async Task The_first_versions_context_says_when_who_and_what()
    {
        await using var host = await StartAsync();

        var answer = await host.SendAsync("GET", "/things/1", ("User-Agent", "a test"));

        var context = host.Functions.Event.GetProperty("requestContext");
        Assert.Equal(
            ("/things/{id}", "/things/1", "GET", "$default", "HTTP/1.1"),
            (Text(context, "resourcePath"), Text(context, "path"), Text(context, "httpMethod"), Text(context, "stage"),
                Text(context, "protocol")));
        Assert.Equal("GET /things/{id}", Text(context, "resourceId"));
        Assert.Equal("21/Nov/2026:09:00:00 +0000", Text(context, "requestTime"));
        Assert.Equal(
            StoppedClock.Start.ToUnixTimeMilliseconds(), context.GetProperty("requestTimeEpoch").GetInt64());
        Assert.Equal(answer["apigw-requestid"], Text(context, "requestId"));
        Assert.Equal(answer["apigw-requestid"], Text(context, "extendedRequestId"));
        var identity = context.GetProperty("identity");
        Assert.Equal(("127.0.0.1", "a test"), (Text(identity, "sourceIp"), Text(identity, "userAgent")));
        Assert.Equal(JsonValueKind.Null, identity.GetProperty("caller").ValueKind);
        Assert.False(context.TryGetProperty("authorizer", out _));
    }

    [Fact]
    public async Task In_the_first_version_what_does_not_apply_is_null()
    {
        await using var host = await GatewayHost.StartAsync(GuardTemplate.FirstPayload("GET /things"));

        await host.SendAsync("GET", "/things");

        var sent = host.Functions.Event;
        string[] absent =
        [
            "queryStringParameters", "multiValueQueryStringParameters", "pathParameters", "stageVariables", "body",
        ];
        Assert.All(absent, name => Assert.Equal(JsonValueKind.Null, sent.GetProperty(name).ValueKind));
        Assert.False(sent.GetProperty("isBase64Encoded").GetBoolean());
    }

    [Theory]
    [InlineData("application/json", "ab", false)]
    [InlineData("image/png", "YWI=", true)]
    public async Task In_the_first_version_bodies_go_as_in_the_second(string type, string body, bool isBase64)
    {
        await using var host = await GatewayHost.StartAsync(GuardTemplate.FirstPayload("POST /things"));

        await host.SendAsync("POST", "/things", type, "ab"u8.ToArray());

        var sent = host.Functions.Event;
        Assert.Equal((body, isBase64), (Text(sent, "body"), sent.GetProperty("isBase64Encoded").GetBoolean()));
    }

    [Fact]
    public async Task Lists_of_headers_come_last_and_what_both_say_is_said_once()
    {
        var answer = await AnswerTo(
            """
            {"statusCode":200,"body":"x","headers":{"x-a":"1","X-B":"3","my-header":"z"},
             "multiValueHeaders":{"X-A":["1","2"],"x-b":["4"],"set-cookie":["a=1","b=2"]},"cookies":["c=3"]}
            """);

        Assert.Equal(["1", "2"], answer.All("x-a"));
        Assert.Equal(["3", "4"], answer.All("x-b"));
        Assert.Equal(["a=1", "b=2"], answer.All("set-cookie"));
        Assert.Contains(("My-Header", "z"), answer.Headers);
        Assert.Equal("text/plain; charset=utf-8", answer["content-type"]);
    }

    [Theory]
    [InlineData("""{"a":1}""")]
    [InlineData("\"text\"")]
    [InlineData("")]
    [InlineData("{not json")]
    [InlineData("""{"statusCode":200,"multiValueHeaders":{"a":"b"}}""")]
    [InlineData("""{"statusCode":200,"multiValueHeaders":[]}""")]
    [InlineData("""{"statusCode":200,"multiValueHeaders":{"a":["b\r\nc"]}}""")]
    public async Task The_first_version_guesses_nothing(string payload)
    {
        var answer = await AnswerTo(payload);

        Assert.Equal((500, """{"message":"Internal Server Error"}"""), (answer.Status, answer.Body));
    }

    private static async Task<Answer> AnswerTo(string payload)
    {
        await using var host = await StartAsync();
        host.Functions.Returns(payload);
        return await host.SendAsync("GET", "/things/1");
    }

    private static Task<GatewayHost> StartAsync() =>
        GatewayHost.StartAsync(GuardTemplate.FirstPayload("GET /things/{id}"));

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}

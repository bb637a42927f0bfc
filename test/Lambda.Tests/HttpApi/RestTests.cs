using System.Text.Json;
using System.Text.Json.Nodes;
using Lambda.Local.Invoking;

namespace Lambda.Tests.HttpApi;

public sealed class RestTests
{
    [Fact]
    public async Task A_rest_event_has_no_version_and_its_path_no_stage()
    {
        await using var host = await OpenAsync("ANY /things/{id}");

        var answer = await host.SendAsync("GET", "/Prod/things/a%20b?x=1&x=2", ("x-MANY", "a"));

        Assert.Equal(200, answer.Status);
        var sent = host.Functions.Event;
        Assert.False(sent.TryGetProperty("version", out _));
        Assert.Equal(
            ("/things/{id}", "/things/a%20b", "GET"),
            (Text(sent, "resource"), Text(sent, "path"), Text(sent, "httpMethod")));
        Assert.Equal(
            """{"x":["1","2"]}""", sent.GetProperty("multiValueQueryStringParameters").GetRawText());
        Assert.Equal("a", Text(sent.GetProperty("headers"), "x-MANY"));
        var context = sent.GetProperty("requestContext");
        Assert.Equal(("/Prod/things/a%20b", "Prod"), (Text(context, "path"), Text(context, "stage")));
        var identity = context.GetProperty("identity");
        Assert.Equal(("127.0.0.1", null), (Text(identity, "sourceIp"), Text(identity, "userAgent")));
    }

    [Theory]
    [InlineData("a%20b", "a%20b")]
    [InlineData("%E2%98%95%2f1", "%E2%98%95%2f1")]
    [InlineData("a+b", "a+b")]
    public async Task A_rest_api_leaves_percent_signs_in_path_parameters(string sent, string seen)
    {
        await using var host = await OpenAsync("GET /things/{id}/{rest+}");

        await host.SendAsync("GET", $"/Prod/things/{sent}/{sent}/c");

        var parameters = host.Functions.Event.GetProperty("pathParameters");
        Assert.Equal((seen, $"{seen}/c"), (Text(parameters, "id"), Text(parameters, "rest")));
    }

    [Fact]
    public async Task In_a_rest_answer_lists_of_headers_come_first()
    {
        await using var host = await OpenAsync("GET /things");
        host.Functions.Returns(
            """{"statusCode":200,"headers":{"x-a":"1","x-b":"2"},"multiValueHeaders":{"x-a":["3","4"],"x-b":["2"]}}""");

        var answer = await host.SendAsync("GET", "/Prod/things");

        Assert.Equal(["3", "4", "1"], answer.All("x-a"));
        Assert.Equal(["2"], answer.All("x-b"));
    }

    [Fact]
    public async Task A_functions_answer_through_a_rest_api_carries_the_events_trace_and_a_refusal_none()
    {
        await using var host = await OpenAsync("GET /things");

        var answer = await host.SendAsync("GET", "/Prod/things");
        host.Functions.Returns("""{"statusCode":0}""");
        var broken = await host.SendAsync("GET", "/Prod/things");

        var root = Text(host.Functions.Invocations[0].Event.GetProperty("headers"), "X-Amzn-Trace-Id");
        Assert.Matches($"^{root};Parent=[0-9a-f]{{16}};Sampled=0;Lineage=1:[0-9a-f]{{8}}:0$", answer["x-amzn-trace-id"]);
        Assert.Equal((502, null), (broken.Status, broken["x-amzn-trace-id"]));
    }

    [Fact]
    public async Task A_rest_answer_names_its_request_twice_but_not_as_an_http_api()
    {
        await using var host = await OpenAsync("GET /things");

        var answer = await host.SendAsync("GET", "/Prod/things");

        Assert.Null(answer["apigw-requestid"]);
        Assert.Equal("application/json", answer["content-type"]);
        var context = host.Functions.Event.GetProperty("requestContext");
        Assert.Equal(Text(context, "requestId"), answer["x-amzn-requestid"]);
        Assert.Equal(Text(context, "extendedRequestId"), answer["x-amz-apigw-id"]);
        Assert.True(Guid.TryParse(answer["x-amzn-requestid"], out _));
    }

    [Theory]
    [InlineData("GET", "/Prod/nothing", "Missing Authentication Token", "MissingAuthenticationTokenException")]
    [InlineData("POST", "/Prod/things", "Missing Authentication Token", "MissingAuthenticationTokenException")]
    [InlineData("GET", "/Prod", "Missing Authentication Token", "MissingAuthenticationTokenException")]
    [InlineData("GET", "/things", "Forbidden", "ForbiddenException")]
    [InlineData("GET", "/Production/things", "Forbidden", "ForbiddenException")]
    public async Task What_a_rest_api_does_not_know_is_403(string method, string path, string message, string type)
    {
        await using var host = await OpenAsync("GET /things");

        var answer = await host.SendAsync(method, path);

        Assert.Equal((403, $$"""{"message":"{{message}}"}"""), (answer.Status, answer.Body));
        Assert.Equal((type, "application/json"), (answer["x-amzn-errortype"], answer["content-type"]));
    }

    [Theory]
    [InlineData("""{"a":1}""")]
    [InlineData("\"text\"")]
    [InlineData("""{"statusCode":0}""")]
    public async Task A_rest_api_answers_502_to_a_result_that_is_no_answer(string payload)
    {
        await using var host = await OpenAsync("GET /things");
        host.Functions.Returns(payload);

        await IsBrokenAsync(host);
    }

    [Fact]
    public async Task A_rest_api_answers_502_to_a_function_that_fails()
    {
        await using var host = await OpenAsync("GET /things");
        host.Functions.Result = () => throw new FunctionException("secret");

        await IsBrokenAsync(host);
    }

    [Fact]
    public async Task A_rest_api_waits_29_seconds_and_answers_504()
    {
        await using var host = await OpenAsync("GET /things");
        host.Functions.Result = () => new TaskCompletionSource<ReadOnlyMemory<byte>>().Task;

        var sending = host.SendAsync("GET", "/Prod/things");
        await host.Clock.TimerSetAsync();
        host.Clock.Move(TimeSpan.FromSeconds(29));
        var answer = await sending;

        Assert.Equal((504, """{"message": "Endpoint request timed out"}"""), (answer.Status, answer.Body));
    }

    [Fact]
    public async Task A_rest_api_keeps_the_spelling_of_headers_and_renames_a_challenge()
    {
        await using var host = await OpenAsync("GET /things");
        host.Functions.Returns(
            """{"statusCode":401,"headers":{"x-lower":"a","WWW-Authenticate":"Bearer"},"body":""}""");

        var answer = await host.SendAsync("GET", "/Prod/things");

        Assert.Contains(("x-lower", "a"), answer.Headers);
        Assert.Equal(
            (null, "Bearer"), (answer["www-authenticate"], answer["x-amzn-Remapped-WWW-Authenticate"]));
    }

    [Theory]
    [InlineData(null, "image/png", "ab", false)]
    [InlineData("image~1png", "image/png; q=1", "YWI=", true)]
    [InlineData("image/*", "image/png", "YWI=", true)]
    [InlineData("*/*", null, "YWI=", true)]
    [InlineData("image/png", "text/plain", "ab", false)]
    public async Task To_a_rest_api_bodies_are_text_unless_the_template_says_otherwise(
        string? binary, string? type, string body, bool isBase64)
    {
        await using var host = await OpenAsync(binary, "POST /things");

        await host.SendAsync("POST", "/Prod/things", type, "ab"u8.ToArray());

        var sent = host.Functions.Event;
        Assert.Equal((body, isBase64), (Text(sent, "body"), sent.GetProperty("isBase64Encoded").GetBoolean()));
    }

    [Theory]
    [InlineData(null, "image/png", "YWI=")]
    [InlineData("image/png", "image/png", "ab")]
    [InlineData("image/png", "text/html,image/png", "YWI=")]
    public async Task A_rest_api_decodes_what_the_client_accepts_and_the_template_calls_binary(
        string? binary, string accept, string body)
    {
        await using var host = await OpenAsync(binary, "GET /things");
        host.Functions.Returns("""{"statusCode":200,"isBase64Encoded":true,"body":"YWI="}""");

        var answer = await host.SendAsync("GET", "/Prod/things", ("Accept", accept));

        Assert.Equal(body, answer.Body);
    }

    private static async Task IsBrokenAsync(GatewayHost host)
    {
        var answer = await host.SendAsync("GET", "/Prod/things");

        Assert.Equal((502, """{"message": "Internal server error"}"""), (answer.Status, answer.Body));
        Assert.Equal("InternalServerErrorException", answer["x-amzn-errortype"]);
    }

    private static Task<GatewayHost> OpenAsync(string route) => OpenAsync(null, route);

    private static Task<GatewayHost> OpenAsync(string? binary, string route) => GatewayHost.StartAsync(
        GuardTemplate.OpenRest(
            binary is null ? null : new JsonObject { ["BinaryMediaTypes"] = new JsonArray(binary) }, route));

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Lambda.Local.Invoking;
using Lambda.Template.Values;

namespace Lambda.Tests.HttpApi;

public sealed class RestTests
{
    private const string Arn = "arn:aws:execute-api:us-east-1:000000000000:local/Prod/GET/things/1";

    [Fact]
    public async Task A_rest_event_has_no_version_and_its_path_no_stage()
    {
        await using var host = await OpenAsync("ANY /things/{id}");

        var answer = await host.SendAsync("GET", "/Prod/things/a%20b?x=1&x=2", ("x-MANY", "a"));

        Assert.Equal(200, answer.Status);
        var sent = host.Functions.Event;
        Assert.False(sent.TryGetProperty("version", out _));
        Assert.Equal(
            ("/things/{id}", "/things/a b", "GET"),
            (Text(sent, "resource"), Text(sent, "path"), Text(sent, "httpMethod")));
        Assert.Equal(
            """{"x":["1","2"]}""", sent.GetProperty("multiValueQueryStringParameters").GetRawText());
        Assert.Equal("a", Text(sent.GetProperty("headers"), "x-MANY"));
        var context = sent.GetProperty("requestContext");
        Assert.Equal(("/Prod/things/a b", "Prod"), (Text(context, "path"), Text(context, "stage")));
        Assert.Equal("127.0.0.1", Text(context.GetProperty("identity"), "sourceIp"));
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

    [Fact]
    public async Task A_token_authorizer_sees_the_token_alone()
    {
        await using var host = await GuardedAsync("TOKEN", GuardTemplate.Policy("Allow", Arn, """{"n":1}"""));

        var answer = await host.SendAsync("GET", "/Prod/things/1", ("Authorization", "me"));

        Assert.Equal(200, answer.Status);
        Assert.Equal(
            $$"""{"type":"TOKEN","methodArn":"{{Arn}}","authorizationToken":"me"}""",
            host.Functions.Invocations[0].Event.GetRawText());
        Assert.Equal(
            """{"principalId":"ada","n":"1"}""",
            host.Functions.Event.GetProperty("requestContext").GetProperty("authorizer").GetRawText());
    }

    [Fact]
    public async Task A_request_authorizer_sees_the_request()
    {
        await using var host = await GuardedAsync("REQUEST", GuardTemplate.Policy("Allow", "*"));

        await host.SendAsync("GET", "/Prod/things/1", ("Authorization", "me"));

        var asked = host.Functions.Invocations[0].Event;
        Assert.Equal(
            ("REQUEST", Arn, "/things/1"), (Text(asked, "type"), Text(asked, "methodArn"), Text(asked, "path")));
        Assert.Equal("""["me"]""", asked.GetProperty("multiValueHeaders").GetProperty("Authorization").GetRawText());
        Assert.False(asked.TryGetProperty("body", out _));
    }

    [Theory]
    [InlineData("Deny", Arn, """{"Message":"User is not authorized to access this resource with an explicit deny"}""")]
    [InlineData("Allow", "arn:other", """{"Message":"User is not authorized to access this resource"}""")]
    public async Task A_rest_api_says_whether_a_policy_denies_or_just_does_not_allow(
        string effect, string resource, string body)
    {
        await using var host = await GuardedAsync("TOKEN", GuardTemplate.Policy(effect, resource));

        var answer = await host.SendAsync("GET", "/Prod/things/1", ("Authorization", "me"));

        Assert.Equal((403, body), (answer.Status, answer.Body));
        Assert.Equal("AccessDeniedException", answer["x-amzn-errortype"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("you and me")]
    public async Task A_rest_api_refuses_a_missing_or_misshapen_token_without_asking(string? token)
    {
        await using var host = await GuardedAsync("TOKEN", GuardTemplate.Policy("Allow", "*"), pattern: "me|you");

        var answer = await (token is null
            ? host.SendAsync("GET", "/Prod/things/1")
            : host.SendAsync("GET", "/Prod/things/1", ("Authorization", token)));

        Assert.Equal((401, """{"message":"Unauthorized"}"""), (answer.Status, answer.Body));
        Assert.Empty(host.Functions.Invocations);
    }

    [Theory]
    [InlineData("(")]
    [InlineData("(?=a)b")]
    public async Task A_pattern_for_tokens_that_cannot_be_used_stops_the_start(string pattern)
    {
        var template = GuardTemplate.Rest("TOKEN", pattern: pattern);

        await Assert.ThrowsAsync<TemplateException>(() => GatewayHost.StartAsync(template));
    }

    [Theory]
    [InlineData("Unauthorized", 401, """{"message":"Unauthorized"}""")]
    [InlineData("Something else", 500, """{"message":null}""")]
    public async Task A_rest_authorizer_may_throw_one_word(string thrown, int status, string body)
    {
        await using var host = await GuardedAsync("TOKEN", "");
        host.Functions.Each[GuardTemplate.Guard] = () =>
            throw new FunctionException("It failed.", new InvalidOperationException(thrown));

        var answer = await host.SendAsync("GET", "/Prod/things/1", ("Authorization", "me"));

        Assert.Equal((status, body), (answer.Status, answer.Body));
    }

    [Fact]
    public async Task A_rest_authorizers_context_holds_no_objects()
    {
        await using var host = await GuardedAsync("TOKEN", GuardTemplate.Policy("Allow", "*", """{"a":{}}"""));

        var answer = await host.SendAsync("GET", "/Prod/things/1", ("Authorization", "me"));

        Assert.Equal(500, answer.Status);
    }

    [Theory]
    [InlineData(299, 1)]
    [InlineData(300, 2)]
    public async Task A_rest_authorizers_word_holds_for_five_minutes_where_nothing_is_said(int seconds, int asked)
    {
        await using var host = await GuardedAsync("TOKEN", GuardTemplate.Policy("Allow", "*"));

        await host.SendAsync("GET", "/Prod/things/1", ("Authorization", "me"));
        host.Clock.Move(TimeSpan.FromSeconds(seconds));
        await host.SendAsync("GET", "/Prod/things/1", ("Authorization", "me"));

        Assert.Equal(asked, host.Functions.Invocations.Count(call => call.Function is GuardTemplate.Guard));
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

    private static async Task<GatewayHost> GuardedAsync(string kind, string says, string? pattern = null)
    {
        var host = await GatewayHost.StartAsync(GuardTemplate.Rest(kind, pattern: pattern));
        host.Functions.Each[GuardTemplate.Guard] = () => Task.FromResult(ScriptedInvoker.Bytes(says));
        return host;
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}

using System.Text.Json;
using Lambda.Local.Invoking;

namespace Lambda.Tests.HttpApi;

public sealed class GuardTests
{
    private const string Path = "/things/a%20b?tenant=x&more=1";
    private const string Arn = "arn:aws:execute-api:us-east-1:000000000000:local/$default/GET/things/a b";
    private const string LetIn = """{"isAuthorized":true,"context":{"guest":"Ada","visits":3,"roles":["a"]}}""";

    [Fact]
    public async Task The_guard_is_told_of_the_request_in_version_2_without_its_body()
    {
        await using var host = await StartAsync(GuardTemplate.HttpApi("2.0", isSimple: true), LetIn);

        var answer = await host.SendAsync("GET", Path, ("Authorization", "me"), ("Cookie", "c=1"));

        Assert.Equal(200, answer.Status);
        Assert.Equal([GuardTemplate.Guard, "Things"], host.Functions.Invocations.Select(call => call.Function));
        var asked = host.Functions.Invocations[0].Event;
        Assert.Equal(("2.0", "REQUEST", Arn), (Text(asked, "version"), Text(asked, "type"), Text(asked, "routeArn")));
        Assert.Equal("""["me","x"]""", asked.GetProperty("identitySource").GetRawText());
        Assert.Equal(
            ("GET /things/{id}", "/things/a b", "tenant=x&more=1"),
            (Text(asked, "routeKey"), Text(asked, "rawPath"), Text(asked, "rawQueryString")));
        Assert.Equal("""["c=1"]""", asked.GetProperty("cookies").GetRawText());
        Assert.Equal("me", Text(asked.GetProperty("headers"), "authorization"));
        Assert.Equal("a b", Text(asked.GetProperty("pathParameters"), "id"));
        Assert.False(asked.GetProperty("requestContext").TryGetProperty("authorizer", out _));
        Assert.False(asked.TryGetProperty("isBase64Encoded", out _));
    }

    [Fact]
    public async Task What_a_guard_says_of_its_guest_reaches_the_function_as_it_is()
    {
        await using var host = await StartAsync(GuardTemplate.HttpApi("2.0", isSimple: true), LetIn);

        await host.SendAsync("GET", Path, ("Authorization", "me"));

        Assert.Equal(
            """{"lambda":{"guest":"Ada","visits":3,"roles":["a"]}}""",
            host.Functions.Event.GetProperty("requestContext").GetProperty("authorizer").GetRawText());
    }

    [Fact]
    public async Task A_guard_of_version_1_is_told_so_and_answers_with_a_policy()
    {
        await using var host = await StartAsync(
            GuardTemplate.HttpApi("1.0", isSimple: false, payload: "1.0"),
            GuardTemplate.Policy("Allow", Arn, """{"guest":"Ada","visits":3,"isKnown":true}"""));

        var answer = await host.SendAsync("GET", Path, ("Authorization", "me"));

        Assert.Equal(200, answer.Status);
        var asked = host.Functions.Invocations[0].Event;
        Assert.Equal(
            ("1.0", "REQUEST", Arn, "me,x", "me,x"),
            (Text(asked, "version"), Text(asked, "type"), Text(asked, "methodArn"), Text(asked, "identitySource"),
                Text(asked, "authorizationToken")));
        Assert.Equal(
            ("/things/{id}", "/things/a%20b", "GET"),
            (Text(asked, "resource"), Text(asked, "path"), Text(asked, "httpMethod")));
        Assert.Equal(
            """{"principalId":"ada","guest":"Ada","visits":"3","isKnown":"true"}""",
            host.Functions.Event.GetProperty("requestContext").GetProperty("authorizer").GetRawText());
    }

    [Theory]
    [InlineData("/things/1", "me")]
    [InlineData("/things/1?tenant=", "me")]
    [InlineData("/things/1?tenant=x", null)]
    [InlineData("/things/1?tenant=x", "")]
    public async Task Without_every_identity_source_it_is_401_and_the_guard_is_not_asked(string path, string? who)
    {
        await using var host = await StartAsync(GuardTemplate.HttpApi("2.0", isSimple: true), LetIn);

        var answer = await (who is null
            ? host.SendAsync("GET", path)
            : host.SendAsync("GET", path, ("Authorization", who)));

        Assert.Equal((401, """{"message":"Unauthorized"}"""), (answer.Status, answer.Body));
        Assert.Empty(host.Functions.Invocations);
    }

    [Theory]
    [InlineData(true, """{"isAuthorized":false}""")]
    [InlineData(false, """{"principalId":"a","policyDocument":{"Statement":[]}}""")]
    [InlineData(false, """
        {"principalId":"a","policyDocument":{"Statement":[
          {"Effect":"Allow","Action":"*","Resource":"*"},
          {"Effect":"Deny","Action":"execute-api:*","Resource":"*/GET/things/*"}]}}
        """)]
    [InlineData(false, """
        {"principalId":"a","policyDocument":{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}}
        """)]
    [InlineData(false, """
        {"principalId":"a","policyDocument":{"Statement":
          [{"Effect":"Allow","Action":"*","Resource":"*","Condition":{}}]}}
        """)]
    [InlineData(false, """
        {"principalId":"a","policyDocument":{"Statement":
          [{"Effect":"Allow","Action":"*","Resource":"*/GET/THINGS/*"}]}}
        """)]
    public async Task Whom_the_guard_does_not_let_in_gets_403(bool isSimple, string says)
    {
        await using var host = await StartAsync(GuardTemplate.HttpApi("2.0", isSimple), says);

        var answer = await host.SendAsync("GET", Path, ("Authorization", "me"));

        Assert.Equal((403, """{"message":"Forbidden"}"""), (answer.Status, answer.Body));
        Assert.Equal([GuardTemplate.Guard], host.Functions.Invocations.Select(call => call.Function));
    }

    [Theory]
    [InlineData(true, "")]
    [InlineData(true, "true")]
    [InlineData(true, "{}")]
    [InlineData(true, """{"isAuthorized":true,"context":{"a":"\ud800"}}""")]
    [InlineData(true, """{"isAuthorized":"true"}""")]
    [InlineData(true, """{"isAuthorized":true,"context":"Ada"}""")]
    [InlineData(false, """{"isAuthorized":true}""")]
    [InlineData(false, """{"policyDocument":{"Statement":[]}}""")]
    [InlineData(false, """{"principalId":"a","policyDocument":{"Statement":[{"Effect":"allow"}]}}""")]
    [InlineData(false, """
        {"principalId":"a","policyDocument":{"Statement":[{"Effect":"Allow","NotAction":"x","Resource":"*"}]}}
        """)]
    public async Task A_guards_answer_that_is_none_is_500(bool isSimple, string says)
    {
        await using var host = await StartAsync(GuardTemplate.HttpApi("2.0", isSimple), says);

        await IsFailureAsync(host);
    }

    [Fact]
    public async Task A_guard_that_fails_is_500()
    {
        await using var host = await StartAsync(GuardTemplate.HttpApi("2.0", isSimple: true), LetIn);
        host.Functions.Each[GuardTemplate.Guard] = () => throw new FunctionException("secret");

        await IsFailureAsync(host);
    }

    [Fact]
    public async Task A_guard_that_takes_ten_seconds_has_failed()
    {
        await using var host = await StartAsync(GuardTemplate.HttpApi("2.0", isSimple: true), LetIn);
        host.Functions.Each[GuardTemplate.Guard] = () => new TaskCompletionSource<ReadOnlyMemory<byte>>().Task;

        var sending = host.SendAsync("GET", Path, ("Authorization", "me"));
        await host.Clock.TimerSetAsync();
        host.Clock.Move(TimeSpan.FromSeconds(9.9));
        Assert.False(sending.IsCompleted);
        host.Clock.Move(TimeSpan.FromSeconds(0.1));

        Assert.Equal(500, (await sending).Status);
    }

    [Fact]
    public async Task What_a_guard_said_holds_for_its_time_and_for_the_same_identity()
    {
        await using var host = await StartAsync(GuardTemplate.HttpApi("2.0", isSimple: true, timeToLive: 60), LetIn);

        await host.SendAsync("GET", "/things/1?tenant=x", ("Authorization", "me"));
        await host.SendAsync("GET", "/others?tenant=x", ("Authorization", "me"));
        Assert.Equal(1, Asked(host));
        await host.SendAsync("GET", "/things/1?tenant=y", ("Authorization", "me"));
        await host.SendAsync("GET", "/things/1?tenant=x", ("Authorization", "you"));
        Assert.Equal(3, Asked(host));
        host.Clock.Move(TimeSpan.FromSeconds(60));
        await host.SendAsync("GET", "/things/1?tenant=x", ("Authorization", "me"));
        Assert.Equal(4, Asked(host));
    }

    [Fact]
    public async Task A_line_break_in_a_query_makes_nobody_another_caller()
    {
        var template = GuardTemplate.HttpApi("2.0", isSimple: true, timeToLive: 60)
            .Replace("[\"tenant\"]", "[\"tenant\",\"user\"]", StringComparison.Ordinal);
        await using var host = await StartAsync(template, LetIn);

        await host.SendAsync("GET", "/things/1?tenant=a%0Ab&user=c", ("Authorization", "me"));
        await host.SendAsync("GET", "/things/1?tenant=a&user=b%0Ac", ("Authorization", "me"));

        Assert.Equal(2, Asked(host));
    }

    [Fact]
    public async Task A_policy_that_is_remembered_decides_about_each_route_by_itself()
    {
        await using var host = await StartAsync(
            GuardTemplate.HttpApi("2.0", isSimple: false, timeToLive: 60), GuardTemplate.Policy("Allow", "*/things/*"));

        var things = await host.SendAsync("GET", "/things/1?tenant=x", ("Authorization", "me"));
        var others = await host.SendAsync("GET", "/others?tenant=x", ("Authorization", "me"));

        Assert.Equal((200, 403, 1), (things.Status, others.Status, Asked(host)));
    }

    [Fact]
    public async Task Without_a_time_to_live_every_request_asks_again()
    {
        await using var host = await StartAsync(GuardTemplate.HttpApi("2.0", isSimple: true), LetIn);

        await host.SendAsync("GET", Path, ("Authorization", "me"));
        await host.SendAsync("GET", Path, ("Authorization", "me"));

        Assert.Equal(2, Asked(host));
    }

    private static async Task IsFailureAsync(GatewayHost host)
    {
        var answer = await host.SendAsync("GET", Path, ("Authorization", "me"));

        Assert.Equal((500, """{"message":"Internal Server Error"}"""), (answer.Status, answer.Body));
        Assert.Single(host.Functions.Invocations);
    }

    private static int Asked(GatewayHost host) =>
        host.Functions.Invocations.Count(call => call.Function is GuardTemplate.Guard);

    private static async Task<GatewayHost> StartAsync(string template, string says)
    {
        var host = await GatewayHost.StartAsync(template);
        host.Functions.Each[GuardTemplate.Guard] = () => Task.FromResult(ScriptedInvoker.Bytes(says));
        return host;
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}

using System.Text.Json;
using Lambda.Local.Invoking;
using Lambda.Template.Values;

namespace Lambda.Tests.HttpApi;

/// <summary>Functions that let callers into a REST API.</summary>
public sealed class RestGuardTests
{
    private const string Arn = "arn:aws:execute-api:us-east-1:000000000000:local/Prod/GET/things/1";

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

    private static async Task<GatewayHost> GuardedAsync(string kind, string says, string? pattern = null)
    {
        var host = await GatewayHost.StartAsync(GuardTemplate.Rest(kind, pattern: pattern));
        host.Functions.Each[GuardTemplate.Guard] = () => Task.FromResult(ScriptedInvoker.Bytes(says));
        return host;
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}

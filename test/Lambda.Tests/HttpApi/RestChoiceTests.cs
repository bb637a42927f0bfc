using System.Text.Json.Nodes;
using Lambda.Template.Values;

namespace Lambda.Tests.HttpApi;

/// <summary>Where nothing certain is known of REST APIs, and the stricter reading was taken.</summary>
public sealed class RestChoiceTests
{
    [Fact]
    public async Task A_rest_event_says_no_length()
    {
        await using var host = await GatewayHost.StartAsync(GuardTemplate.OpenRest(null, "POST /things"));

        await host.SendAsync("POST", "/Prod/things", "text/plain", "ab"u8.ToArray());

        Assert.False(host.Functions.Event.GetProperty("headers").TryGetProperty("Content-Length", out _));
    }

    [Fact]
    public async Task A_body_that_no_function_of_a_rest_api_could_take_is_413()
    {
        await using var host = await GatewayHost.StartAsync(GuardTemplate.OpenRest(null, "POST /things"));

        var body = new byte[6 * 1024 * 1024];
        Array.Fill(body, (byte)'a');
        var answer = await host.SendAsync("POST", "/Prod/things", "text/plain", body);

        Assert.Equal((413, """{"message":"Request Too Long"}"""), (answer.Status, answer.Body));
    }

    [Fact]
    public async Task A_rest_api_says_431_in_the_words_of_an_http_api()
    {
        await using var host = await GatewayHost.StartAsync(GuardTemplate.OpenRest(null, "GET /things"));

        var answer = await host.SendAsync("GET", "/Prod/things", ("X-Long", new string('a', 10_240)));

        Assert.Equal((431, """{"message":"Request Header Fields Too Large"}"""), (answer.Status, answer.Body));
        Assert.NotNull(answer["x-amzn-requestid"]);
    }

    [Fact]
    public async Task A_rest_apis_own_cors_stops_the_start()
    {
        var template = GuardTemplate.OpenRest(new JsonObject { ["Cors"] = "'*'" }, "GET /things");

        await Assert.ThrowsAsync<TemplateException>(() => GatewayHost.StartAsync(template));
    }

    [Theory]
    [InlineData("\"FunctionArn\"", "\"UserPoolArn\"")]
    [InlineData("\"Headers\"", "\"Context\"")]
    [InlineData("[\"Guard\",\"Arn\"]", "[\"Nobody\",\"Arn\"]")]
    public async Task An_authorizer_that_is_not_known_here_stops_the_start(string known, string unknown)
    {
        var template = GuardTemplate.Rest("REQUEST").Replace(known, unknown, StringComparison.Ordinal);

        await Assert.ThrowsAsync<TemplateException>(() => GatewayHost.StartAsync(template));
    }
}

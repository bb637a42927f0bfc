using System.Text.Json.Nodes;

namespace Lambda.Tests.HttpApi;

public sealed class CorsTests
{
    private const string Site = "http://localhost:5080";

    [Fact]
    public async Task A_preflight_is_answered_before_any_token_and_without_a_route()
    {
        await using var host = await StartAsync(SampleTemplate.Authorizer([]), "GET /things");

        var answer = await PreflightAsync(host, Site);

        Assert.Equal((204, ""), (answer.Status, answer.Body));
        Assert.Equal(Site, answer["access-control-allow-origin"]);
        Assert.Equal("GET,PUT", answer["access-control-allow-methods"]);
        Assert.Equal("authorization,if-match", answer["access-control-allow-headers"]);
        Assert.Equal("600", answer["access-control-max-age"]);
        Assert.Null(answer["access-control-allow-credentials"]);
        Assert.Empty(host.Functions.Invocations);
    }

    [Theory]
    [InlineData("http://localhost:5080.evil.example")]
    [InlineData("http://LOCALHOST:5080")]
    [InlineData("http://localhost:5081")]
    [InlineData("https://localhost:5080")]
    [InlineData("http://localhost:5080/")]
    [InlineData("null")]
    public async Task Another_origin_gets_no_cors_header(string origin)
    {
        await using var host = await StartAsync(null, "GET /things");

        var preflight = await PreflightAsync(host, origin);
        var actual = await host.SendAsync("GET", "/things", ("Origin", origin));

        Assert.Equal((204, 200), (preflight.Status, actual.Status));
        Assert.All([preflight, actual], answer => Assert.DoesNotContain(
            answer.Headers, header => header.Name.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task What_a_function_says_about_cors_is_replaced_by_the_configuration()
    {
        await using var host = await StartAsync(null, "GET /things");
        host.Functions.Returns("""
            {"statusCode":200,"headers":{"Access-Control-Allow-Origin":"*","access-control-allow-credentials":"true"}}
            """);

        var answer = await host.SendAsync("GET", "/things", ("Origin", Site));

        Assert.Equal(Site, answer["access-control-allow-origin"]);
        Assert.Equal("etag", answer["access-control-expose-headers"]);
        Assert.Null(answer["access-control-allow-credentials"]);
    }

    [Fact]
    public async Task Without_a_configuration_the_function_answers_for_cors()
    {
        await using var host = await GatewayHost.StartAsync(SampleTemplate.Public("ANY /things"));
        host.Functions.Returns("""{"statusCode":200,"headers":{"access-control-allow-origin":"*"}}""");

        var answer = await PreflightAsync(host, Site);

        Assert.Equal((200, "*"), (answer.Status, answer["access-control-allow-origin"]));
    }

    [Fact]
    public async Task A_guarded_any_route_catches_preflights_and_asks_for_a_token()
    {
        await using var host = await StartAsync(SampleTemplate.Authorizer([]), "ANY /things");

        var answer = await PreflightAsync(host, Site);

        Assert.Equal((401, "Bearer"), (answer.Status, answer["www-authenticate"]));
    }

    private static Task<Answer> PreflightAsync(GatewayHost host, string origin) => host.SendAsync(
        "OPTIONS", "/things", ("Origin", origin), ("Access-Control-Request-Method", "GET"));

    private static Task<GatewayHost> StartAsync(JsonNode? auth, params string[] routes)
    {
        var cors = new JsonObject
        {
            ["AllowOrigins"] = new JsonArray(Site),
            ["AllowMethods"] = new JsonArray("GET", "PUT"),
            ["AllowHeaders"] = new JsonArray("authorization", "if-match"),
            ["ExposeHeaders"] = new JsonArray("etag"),
            ["MaxAge"] = 600,
            ["AllowCredentials"] = false,
        };
        return GatewayHost.StartAsync(SampleTemplate.WithCors(cors, auth, routes));
    }
}

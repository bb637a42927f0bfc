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

    [Fact]
    public async Task A_guarded_options_route_does_not_keep_preflights_from_their_answer()
    {
        await using var host = await StartAsync(SampleTemplate.Authorizer([]), "OPTIONS /things");

        var preflight = await PreflightAsync(host, Site);
        var other = await host.SendAsync("OPTIONS", "/things");

        Assert.Equal((204, 401), (preflight.Status, other.Status));
    }

    [Fact]
    public async Task A_public_any_route_leaves_preflights_to_the_gateway()
    {
        await using var host = await StartAsync(null, "ANY /things");

        var answer = await PreflightAsync(host, Site);

        Assert.Equal(204, answer.Status);
        Assert.Empty(host.Functions.Invocations);
    }

    [Theory]
    [InlineData("/things")]
    [InlineData("/nothing")]
    public async Task The_gateways_own_answers_carry_no_cors_headers(string path)
    {
        await using var host = await StartAsync(SampleTemplate.Authorizer([]), "GET /things");

        var answer = await host.SendAsync("GET", path, ("Origin", Site));

        Assert.NotEqual(200, answer.Status);
        Assert.Null(answer["access-control-allow-origin"]);
    }

    [Theory]
    [InlineData("https://a.example", true)]
    [InlineData("https://", false)]
    [InlineData("http://a.example", false)]
    public async Task All_origins_of_a_scheme_may_be_let_in(string origin, bool isAllowed)
    {
        var cors = new JsonObject { ["AllowOrigins"] = new JsonArray("https://*") };
        await using var host = await GatewayHost.StartAsync(SampleTemplate.WithCors(cors, null, "GET /things"));

        var answer = await host.SendAsync("GET", "/things", ("Origin", origin));

        Assert.Equal(isAllowed ? origin : null, answer["access-control-allow-origin"]);
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

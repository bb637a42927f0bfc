using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lambda.Tests.HttpApi;

public sealed class JwtTests
{
    private const string Unauthorized = """{"message":"Unauthorized"}""";

    [Fact]
    public async Task A_good_token_opens_the_route_and_its_claims_arrive_as_text()
    {
        var answer = await SendAsync(A.Token(claims =>
        {
            claims["level"] = 5;
            claims["admin"] = true;
            claims["groups"] = new JsonArray("a", "b");
            claims["nothing"] = null;
            claims["address"] = new JsonObject { ["country"] = "NO" };
        }));

        Assert.Equal(200, answer.Status);
        var jwt = answer.Event!.Value.GetProperty("requestContext").GetProperty("authorizer").GetProperty("jwt");
        var claims = jwt.GetProperty("claims");
        Assert.Equal(
            ("ada", "5", "true", "[a b]"),
            (claims.GetProperty("sub").GetString(), claims.GetProperty("level").GetString(),
                claims.GetProperty("admin").GetString(), claims.GetProperty("groups").GetString()));
        Assert.Equal("""{"country":"NO"}""", claims.GetProperty("address").GetString());
        Assert.False(claims.TryGetProperty("nothing", out _));
        Assert.Equal("""["openid","things/use"]""", jwt.GetProperty("scopes").GetRawText());
    }

    [Fact]
    public async Task A_route_without_scopes_is_told_none_and_takes_any_token_of_its_audience()
    {
        var idToken = A.Token(claims =>
        {
            claims.Remove("scope");
            claims["aud"] = SampleTemplate.Audience;
        });

        var answer = await SendAsync(idToken, SampleTemplate.GuardedWithoutScopes("GET /things"));

        var jwt = answer.Event!.Value.GetProperty("requestContext").GetProperty("authorizer").GetProperty("jwt");
        Assert.Equal("null", jwt.GetProperty("scopes").GetRawText());
    }

    [Fact]
    public async Task A_token_may_stand_alone_or_behind_bearer()
    {
        await using var host = await StartAsync();

        Answer[] answers =
        [
            await host.SendAsync("GET", "/things", ("Authorization", A.Token())),
            await host.SendAsync("GET", "/things", ("Authorization", $"Bearer {A.Token()}")),
        ];

        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
    }

    [Fact]
    public async Task No_token_is_401_that_asks_for_one()
    {
        await using var host = await StartAsync();

        var answer = await host.SendAsync("GET", "/things");

        Assert.Equal((401, Unauthorized, "Bearer"), (answer.Status, answer.Body, answer["www-authenticate"]));
        Assert.Equal("26", answer["content-length"]);
        Assert.Null(answer["content-type"]);
        Assert.Empty(host.Functions.Invocations);
    }

    [Fact]
    public async Task A_token_that_was_good_a_moment_ago_expires_all_the_same()
    {
        await using var host = await StartAsync();
        var token = A.Token();

        var before = await host.SendAsync("GET", "/things", ("Authorization", token));
        host.Clock.Move(TimeSpan.FromSeconds(900));
        var after = await host.SendAsync("GET", "/things", ("Authorization", token));

        Assert.Equal((200, 401), (before.Status, after.Status));
    }

    private static async Task<(int Status, string Body, string? Challenge, JsonElement? Event)> SendAsync(
        string token, string? template = null)
    {
        await using var host = await StartAsync(template);
        var answer = await host.SendAsync("GET", "/things", ("Authorization", token));
        return (answer.Status, answer.Body, answer["www-authenticate"],
            host.Functions.Invocations is [] ? null : host.Functions.Event);
    }

    private static Task<GatewayHost> StartAsync(string? template = null) => GatewayHost.StartAsync(
        template ?? SampleTemplate.Guarded("GET /things"), kid => kid is A.KeyId ? A.Key : null);
}

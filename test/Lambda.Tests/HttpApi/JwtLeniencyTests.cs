using System.Text.Json.Nodes;

namespace Lambda.Tests.HttpApi;

/// <summary>What the gateway lets pass though others would not.</summary>
public sealed class JwtLeniencyTests
{
    [Theory]
    [InlineData("5", "5")]
    [InlineData("[]", "[]")]
    [InlineData("null", null)]
    [InlineData("\"\"", "")]
    [InlineData(null, null)]
    public async Task A_subject_is_not_looked_at(string? subject, string? claim)
    {
        await using var host = await StartAsync();
        var token = A.Token(claims =>
        {
            claims.Remove("sub");
            if (subject is not null)
                claims["sub"] = JsonNode.Parse(subject);
        });

        var answer = await host.SendAsync("GET", "/things", ("Authorization", token));

        Assert.Equal(200, answer.Status);
        var jwt = host.Functions.Event.GetProperty("requestContext").GetProperty("authorizer").GetProperty("jwt");
        Assert.Equal(claim, jwt.GetProperty("claims").TryGetProperty("sub", out var sub) ? sub.GetString() : null);
    }

    [Fact]
    public async Task A_token_that_was_revoked_is_accepted_until_it_expires_because_nobody_is_asked()
    {
        await using var host = await StartAsync();
        var token = A.Token(claims => claims["jti"] = "revoked long ago");

        var before = await host.SendAsync("GET", "/things", ("Authorization", token));
        host.Clock.Move(TimeSpan.FromSeconds(899));
        var after = await host.SendAsync("GET", "/things", ("Authorization", token));

        Assert.Equal((200, 200), (before.Status, after.Status));
    }

    private static Task<GatewayHost> StartAsync() =>
        GatewayHost.StartAsync(SampleTemplate.Guarded("GET /things"), kid => kid is A.KeyId ? A.Key : null);
}

using System.Security.Cryptography;
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
        }));

        Assert.Equal(200, answer.Status);
        var jwt = answer.Event!.Value.GetProperty("requestContext").GetProperty("authorizer").GetProperty("jwt");
        var claims = jwt.GetProperty("claims");
        Assert.Equal(
            ("ada", "5", "true", "[a b]"),
            (claims.GetProperty("sub").GetString(), claims.GetProperty("level").GetString(),
                claims.GetProperty("admin").GetString(), claims.GetProperty("groups").GetString()));
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

    [Theory]
    [InlineData("id token: no scope")]
    [InlineData("other scope")]
    [InlineData("scope within a word")]
    public async Task A_token_without_the_scope_is_403(string flaw)
    {
        var answer = await SendAsync(A.Token(claims => claims["scope"] = flaw switch
        {
            "other scope" => "openid things/read",
            "scope within a word" => "things/user",
            _ => null,
        }));

        Assert.Equal((403, """{"message":"Forbidden"}"""), (answer.Status, answer.Body));
        Assert.Null(answer.Event);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("a.b")]
    [InlineData("a.b.c.d")]
    [InlineData("Bearer")]
    public async Task Not_a_jwt_is_told_so(string token) =>
        await IsRefusedAsync(token, "token contains an invalid number of segments");

    [Fact]
    public async Task Two_authorization_headers_are_no_token()
    {
        await using var host = await StartAsync();

        var answer = await host.SendAsync(
            "GET", "/things", ("Authorization", $"Bearer {A.Token()}"), ("Authorization", $"Bearer {A.Token()}"));

        Assert.Equal((401, Unauthorized), (answer.Status, answer.Body));
    }

    [Theory]
    [InlineData("none", "signing method none is invalid")]
    [InlineData("None", "signing method (unknown) is invalid")]
    [InlineData("HS256", "signing method HS256 is invalid")]
    [InlineData("ES256", "signing method ES256 is invalid")]
    [InlineData("PS256", "signing method PS256 is invalid")]
    [InlineData("EdDSA", "signing method EdDSA is invalid")]
    [InlineData("x\"\r\nset-cookie: a=b", "signing method (unknown) is invalid")]
    public async Task Only_rsa_signatures_count(string algorithm, string description) =>
        await IsRefusedAsync(A.Token(header: header => header["alg"] = algorithm), description);

    [Fact]
    public async Task A_mac_made_with_the_public_key_is_no_signature()
    {
        var text = $"{A.Encode("""{"alg":"HS256","kid":"the-key"}""")}.{A.Encode(A.Claims.ToJsonString())}";
        var mac = HMACSHA256.HashData(
            A.Key.ExportSubjectPublicKeyInfo(), System.Text.Encoding.ASCII.GetBytes(text));

        await IsRefusedAsync($"{text}.{System.Buffers.Text.Base64Url.EncodeToString(mac)}");
        await IsRefusedAsync($"{text}.");
    }

    [Theory]
    [InlineData("crit")]
    [InlineData("jwk")]
    [InlineData("jku")]
    [InlineData("x5u")]
    [InlineData("x5c")]
    public async Task A_token_that_brings_its_own_key_is_refused_even_with_a_good_signature(string name) =>
        await IsRefusedAsync(A.Token(header: header => header[name] = "https://evil.example/keys"));

    [Fact]
    public async Task A_key_that_is_not_the_issuers_opens_nothing()
    {
        using var other = RSA.Create(2048);

        await IsRefusedAsync(A.Token(key: other));
        await IsRefusedAsync(A.Token(key: other, header: header => header.Remove("kid")));
        await IsRefusedAsync(A.Token(header: header => header["kid"] = "another"));
        await IsRefusedAsync(A.Token(header: header => header["kid"] = "../../the-key"));
        await IsRefusedAsync(A.Token(header: header => header["kid"] = new string('k', 5000)));
        await IsRefusedAsync(A.Token(header: header => header["kid"] = 7));
    }

    [Theory]
    [InlineData("https://issuer.example/")]
    [InlineData("https://ISSUER.example")]
    [InlineData("https://issuer.example.evil")]
    [InlineData("")]
    public async Task The_issuer_is_compared_letter_by_letter(string issuer) =>
        await IsRefusedAsync(A.Token(claims => claims["iss"] = issuer));

    [Theory]
    [InlineData("aud", "\"another\"")]
    [InlineData("aud", "[]")]
    [InlineData("aud", "null")]
    [InlineData("aud", "[[\"the-client\"]]")]
    [InlineData("client_id", "\"another\"")]
    [InlineData("client_id", "[\"the-client\"]")]
    public async Task A_token_for_others_is_told_so_also_when_only_its_client_id_is_right(string claim, string value) =>
        await IsRefusedAsync(
            A.Token(claims => claims[claim] = JsonNode.Parse(value)), "the token does not have a valid audience");

    [Fact]
    public async Task An_audience_may_be_one_of_several()
    {
        var answer = await SendAsync(
            A.Token(claims => claims["aud"] = new JsonArray("other", SampleTemplate.Audience)));

        Assert.Equal(200, answer.Status);
    }

    [Theory]
    [InlineData("exp", -1, 401)]
    [InlineData("exp", 0, 401)]
    [InlineData("exp", 1, 200)]
    [InlineData("nbf", -1, 200)]
    [InlineData("nbf", 0, 200)]
    [InlineData("nbf", 1, 401)]
    [InlineData("iat", -1, 200)]
    [InlineData("iat", 0, 200)]
    [InlineData("iat", 1, 401)]
    public async Task Times_are_kept_to_the_second(string claim, int offset, int status)
    {
        var answer = await SendAsync(A.Token(claims => claims[claim] = A.Now + offset));

        Assert.Equal(status, answer.Status);
    }

    [Theory]
    [InlineData("exp", null)]
    [InlineData("exp", "\"1900000000\"")]
    [InlineData("exp", "1900000000.5")]
    [InlineData("exp", "1e400")]
    [InlineData("exp", "99999999999999999999")]
    [InlineData("nbf", "\"1\"")]
    [InlineData("iat", "true")]
    public async Task A_time_that_is_no_whole_number_is_refused(string claim, string? value)
    {
        var payload = A.Claims;
        payload.Remove(claim);
        var json = payload.ToJsonString();
        if (value is not null)
            json = $"{json[..^1]},\"{claim}\":{value}}}";

        await IsRefusedAsync(A.Signed(A.Header.ToJsonString(), json));
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

    [Fact]
    public async Task One_token_has_one_spelling()
    {
        var token = A.Token();
        var lastBit = token[^1] is 'A' ? "B" : ((char)(token[^1] + 1)).ToString();

        await IsRefusedAsync($"{token}=");
        await IsRefusedAsync($"{token[..^1]}{lastBit}");
        await IsRefusedAsync($"{token} ".Replace(".", ". ", StringComparison.Ordinal));
        await IsRefusedAsync(token.Replace('.', '/'));
    }

    [Theory]
    [InlineData("""{"alg":"RS256","kid":"the-key","kid":"the-key"}""", null)]
    [InlineData(null, """{"sub":"ada","sub":"eve"}""")]
    [InlineData(null, "[]")]
    [InlineData(null, "{}")]
    [InlineData(null, "not json")]
    [InlineData(null, """{"sub":"\ud800"}""")]
    [InlineData("null", null)]
    [InlineData("", "")]
    public async Task Damaged_or_ambiguous_json_is_refused_though_it_is_signed(string? header, string? payload) =>
        await IsRefusedAsync(A.Signed(header ?? A.Header.ToJsonString(), payload ?? A.Claims.ToJsonString()));

    private static async Task IsRefusedAsync(string token, string? description = null)
    {
        var answer = await SendAsync(token);

        Assert.Equal((401, Unauthorized), (answer.Status, answer.Body));
        Assert.StartsWith(
            "Bearer scope=\"\" error=\"invalid_token\" error_description=\"",
            answer.Challenge,
            StringComparison.Ordinal);
        if (description is not null)
            Assert.EndsWith($"error_description=\"{description}\"", answer.Challenge, StringComparison.Ordinal);
        Assert.Null(answer.Event);
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

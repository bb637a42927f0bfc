using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace Lambda.Tests.SignIn;

public sealed class SignInFlowTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Somebody_creates_an_account_and_comes_back_with_tokens(bool cookies)
    {
        await using var host = await SignInHost.StartAsync(cookies);
        var page = await host.Http.GetStringAsync(host.AuthorizeAt(), Ct);
        using var sent = await host.SubmitAsync("create", "Ada", SignInHost.Password);
        var back = QueryHelpers.ParseQuery(sent.Headers.Location!.Query);
        var tokens = await host.RedeemAsync(back["code"].ToString());

        Assert.Contains("Create your account", page, StringComparison.Ordinal);
        Assert.StartsWith(SignInHost.Site + "?", sent.Headers.Location.ToString(), StringComparison.Ordinal);
        Assert.Equal("a state & more", back["state"]);
        Assert.Equal(HttpStatusCode.OK, tokens.Status);
        Assert.Equal(900, tokens.Body.GetProperty("expires_in").GetInt32());
        Assert.Equal("Bearer", tokens.Body.GetProperty("token_type").GetString());
    }

    [Fact]
    public async Task The_access_token_has_the_claims_of_cognitos()
    {
        await using var host = await SignInHost.StartAsync();
        var now = host.Clock.GetUtcNow().ToUnixTimeSeconds();

        var claims = Tokens.Part((await host.RedeemAsync(await host.CodeAsync())).Access, 1);

        Assert.Equal(
            [
                "auth_time", "client_id", "event_id", "exp", "iat", "iss", "jti", "origin_jti", "scope", "sub",
                "token_use", "username", "version",
            ],
            claims.EnumerateObject().Select(claim => claim.Name).Order());
        foreach (var name in (string[])["sub", "jti", "origin_jti", "event_id"])
            Assert.True(claims.GetProperty(name).TryGetGuid(out _), name);
        Assert.Equal(2, claims.GetProperty("version").GetInt32());
        Assert.Equal(SignInHost.Issuer, claims.GetProperty("iss").GetString());
        Assert.Equal(SignInHost.Client, claims.GetProperty("client_id").GetString());
        Assert.Equal("access", claims.GetProperty("token_use").GetString());
        Assert.Equal("openid photos/use", claims.GetProperty("scope").GetString());
        Assert.Equal("Ada", claims.GetProperty("username").GetString());
        Assert.Equal(now, claims.GetProperty("auth_time").GetInt64());
        Assert.Equal(now, claims.GetProperty("iat").GetInt64());
        Assert.Equal(now + 900, claims.GetProperty("exp").GetInt64());
    }

    [Fact]
    public async Task The_id_token_tells_the_client_who_signed_in()
    {
        await using var host = await SignInHost.StartAsync();

        var tokens = await host.RedeemAsync(await host.CodeAsync());

        var claims = Tokens.Part(tokens.Id, 1);
        Assert.Equal(
            [
                "at_hash", "aud", "auth_time", "cognito:username", "event_id", "exp", "iat", "iss", "jti", "nonce",
                "origin_jti", "sub", "token_use",
            ],
            claims.EnumerateObject().Select(claim => claim.Name).Order());
        foreach (var name in (string[])["sub", "origin_jti", "event_id", "auth_time"])
        {
            Assert.Equal(
                Tokens.Part(tokens.Access, 1).GetProperty(name).ToString(), claims.GetProperty(name).ToString());
        }

        var half = SHA256.HashData(Encoding.ASCII.GetBytes(tokens.Access)).AsSpan(0, 16);
        Assert.Equal(Base64Url.EncodeToString(half), claims.GetProperty("at_hash").GetString());
        Assert.Equal(SignInHost.Client, claims.GetProperty("aud").GetString());
        Assert.Equal("id", claims.GetProperty("token_use").GetString());
        Assert.Equal("Ada", claims.GetProperty("cognito:username").GetString());
        Assert.Equal("n-1", claims.GetProperty("nonce").GetString());
    }

    [Fact]
    public async Task Tokens_are_signed_with_the_published_key()
    {
        await using var host = await SignInHost.StartAsync();
        var token = (await host.RedeemAsync(await host.CodeAsync())).Access;
        var configuration = JsonElement.Parse(
            await host.Http.GetByteArrayAsync(host.At("/.well-known/openid-configuration"), Ct));
        var keys = JsonElement.Parse(await host.Http.GetByteArrayAsync(host.At("/.well-known/jwks.json"), Ct));

        var key = keys.GetProperty("keys").EnumerateArray().Single();
        using var published = RSA.Create(new RSAParameters
        {
            Exponent = Base64Url.DecodeFromChars(key.GetProperty("e").GetString()),
            Modulus = Base64Url.DecodeFromChars(key.GetProperty("n").GetString()),
        });

        var kid = Tokens.Part(token, 0).GetProperty("kid").GetString()!;
        Assert.Equal("RS256", Tokens.Part(token, 0).GetProperty("alg").GetString());
        Assert.Equal(key.GetProperty("kid").GetString(), kid);
        Assert.True(Verifies(published, token));
        Assert.True(Verifies(host.SignIn.FindKey(kid)!, token));
        Assert.Null(host.SignIn.FindKey("../signing-key.pem"));
        Assert.Equal(SignInHost.Issuer, configuration.GetProperty("issuer").GetString());
        Assert.Equal(SignInHost.Issuer + "/.well-known/jwks.json", configuration.GetProperty("jwks_uri").GetString());
    }

    [Fact]
    public async Task User_info_answers_the_holder_of_an_access_token()
    {
        await using var host = await SignInHost.StartAsync();
        var tokens = await host.RedeemAsync(await host.CodeAsync());

        using var mine = await UserInfoAsync(host, tokens.Access);
        using var byId = await UserInfoAsync(host, tokens.Id);
        using var tampered = await UserInfoAsync(host, tokens.Access[..^4] + "AAAA");
        host.Clock.Move(TimeSpan.FromMinutes(15));
        using var late = await UserInfoAsync(host, tokens.Access);

        Assert.StartsWith(
            "Bearer error=\"invalid_token\"", byId.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        var body = JsonElement.Parse(await mine.Content.ReadAsByteArrayAsync(Ct));
        Assert.Equal("Ada", body.GetProperty("username").GetString());
        Assert.Equal(HttpStatusCode.Unauthorized, byId.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, tampered.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, late.StatusCode);
    }

    [Fact]
    public async Task Signing_out_goes_back_to_the_site_and_nowhere_else()
    {
        await using var host = await SignInHost.StartAsync();
        var site = Uri.EscapeDataString(SignInHost.Site);

        using var back = await host.Http.GetAsync(
            host.At($"/logout?client_id={SignInHost.Client}&logout_uri={site}"), Ct);
        using var elsewhere = await host.Http.GetAsync(
            host.At($"/logout?client_id={SignInHost.Client}&logout_uri={site}evil"), Ct);

        Assert.Equal(SignInHost.Site, back.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.BadRequest, elsewhere.StatusCode);
        Assert.Null(elsewhere.Headers.Location);
    }

    private static bool Verifies(RSA key, string token) =>
        token.Split('.') is [var header, var payload, var signature]
        && key.VerifyData(
            Encoding.ASCII.GetBytes($"{header}.{payload}"),
            Base64Url.DecodeFromChars(signature),
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1);

    private static async Task<HttpResponseMessage> UserInfoAsync(SignInHost host, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, host.At("/oauth2/userInfo"));
        request.Headers.Authorization = new("Bearer", token);
        return await host.Http.SendAsync(request, Ct);
    }
}

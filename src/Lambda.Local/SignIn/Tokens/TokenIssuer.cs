using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Lambda.Local.SignIn.Accounts;

namespace Lambda.Local.SignIn.Tokens;

/// <summary>Signs tokens with the claims that Cognito's have (RS256).</summary>
internal sealed class TokenIssuer(LocalSignInOptions options, SigningKey key, TimeProvider clock)
{
    /// <summary>For the API. It has no audience; what it is good for stands in <c>scope</c>.</summary>
    public string Access(Account account, Grant grant, TimeSpan lifetime) => Sign(grant, lifetime, new()
    {
        ["sub"] = account.Id.ToString(),
        ["version"] = 2,
        ["client_id"] = options.ClientId,
        ["token_use"] = "access",
        ["scope"] = grant.Scope,
        ["username"] = account.Name,
    });

    /// <summary>For the client, which learns from it who signed in; the API refuses it.</summary>
    /// <param name="accessToken">The one that goes with it, which <c>at_hash</c> says (OpenID, 3.1.3.6).</param>
    public string Id(Account account, Grant grant, string accessToken)
    {
        var claims = new Dictionary<string, object>
        {
            ["sub"] = account.Id.ToString(),
            ["aud"] = options.ClientId,
            ["token_use"] = "id",
            ["at_hash"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(accessToken)).AsSpan(0, 16)),
            ["cognito:username"] = account.Name,
        };
        if (grant.Nonce is { } nonce)
            claims["nonce"] = nonce;
        return Sign(grant, options.Lifetimes.Id, claims);
    }

    /// <returns>The claims of an access token that was signed here and has not expired, else null.</returns>
    public JsonElement? ReadAccess(string token)
    {
        if (token.Split('.') is not [var header, var payload, var signature]
            || header != Header
            || !Base64Url.IsValid(payload)
            || !Base64Url.IsValid(signature)
            || !key.Public.VerifyData(
                Encoding.ASCII.GetBytes($"{header}.{payload}"),
                Base64Url.DecodeFromChars(signature),
                HashAlgorithmName.SHA256,
                RSASignaturePadding.Pkcs1))
        {
            return null;
        }

        // Whatever bears this signature was written by Sign below.
        var claims = JsonElement.Parse(Base64Url.DecodeFromChars(payload));
        var alive = claims.GetProperty("exp").GetInt64() > clock.GetUtcNow().ToUnixTimeSeconds();
        return alive && claims.GetProperty("token_use").ValueEquals("access") ? claims : null;
    }

    private string Header => Part(new Dictionary<string, object> { ["kid"] = key.Id, ["alg"] = "RS256" });

    private string Sign(Grant grant, TimeSpan lifetime, Dictionary<string, object> claims)
    {
        var now = clock.GetUtcNow();
        claims["iss"] = options.IssuerText;
        claims["origin_jti"] = grant.IdFor("origin");
        claims["event_id"] = grant.IdFor("event");
        claims["auth_time"] = grant.SignedInAt.ToUnixTimeSeconds();
        claims["iat"] = now.ToUnixTimeSeconds();
        claims["exp"] = (now + lifetime).ToUnixTimeSeconds();
        claims["jti"] = Guid.CreateVersion7(now).ToString();

        var text = $"{Header}.{Part(claims)}";
        return $"{text}.{Base64Url.EncodeToString(key.Sign(text))}";
    }

    private static string Part(Dictionary<string, object> members) =>
        Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(members));
}

using Lambda.Local.SignIn.Tokens;
using Microsoft.AspNetCore.Http;

namespace Lambda.Local.SignIn;

/// <summary>What anybody may know of this issuer: where its endpoints are and which key it signs with.</summary>
internal sealed class Discovery(LocalSignInOptions options, SigningKey key)
{
    public Task ConfigurationAsync(HttpContext context) => OAuthJson.WriteAsync(context, StatusCodes.Status200OK, new()
    {
        ["issuer"] = options.IssuerText,
        ["authorization_endpoint"] = options.IssuerText + "/oauth2/authorize",
        ["token_endpoint"] = options.IssuerText + "/oauth2/token",
        ["userinfo_endpoint"] = options.IssuerText + "/oauth2/userInfo",
        ["revocation_endpoint"] = options.IssuerText + "/oauth2/revoke",
        ["end_session_endpoint"] = options.IssuerText + "/logout",
        ["jwks_uri"] = options.IssuerText + "/.well-known/jwks.json",
        ["scopes_supported"] = options.Scopes,
        ["response_types_supported"] = (string[])["code"],
        ["grant_types_supported"] = (string[])["authorization_code", "refresh_token"],
        ["subject_types_supported"] = (string[])["public"],
        ["id_token_signing_alg_values_supported"] = (string[])["RS256"],
        ["token_endpoint_auth_methods_supported"] = (string[])["none"],
        ["code_challenge_methods_supported"] = (string[])["S256"],
    });

    public Task KeysAsync(HttpContext context)
    {
        var (exponent, modulus) = key.Numbers;
        return OAuthJson.WriteAsync(context, StatusCodes.Status200OK, new()
        {
            ["keys"] = (Dictionary<string, string>[])
            [
                new()
                {
                    ["alg"] = "RS256",
                    ["e"] = exponent,
                    ["kid"] = key.Id,
                    ["kty"] = "RSA",
                    ["n"] = modulus,
                    ["use"] = "sig",
                },
            ],
        });
    }
}

using Lambda.Local.SignIn.Accounts;
using Lambda.Local.SignIn.Tokens;
using Microsoft.AspNetCore.Http;

namespace Lambda.Local.SignIn;

/// <summary>
/// POST /oauth2/token: a code, or a refresh token, for new tokens; and /oauth2/revoke, which ends a sign-in.
/// </summary>
internal sealed class TokenExchange(
    LocalSignInOptions options, AccountBook accounts, AuthorizationCodes codes, RefreshTokens refreshTokens,
    TokenIssuer issuer)
{
    public async Task ExchangeAsync(HttpContext context)
    {
        var form = await FormReader.ReadAsync(context);
        if (form is null || form.Any(field => field.Value.Count > 1))
            await OAuthJson.RefuseAsync(context, "invalid_request");
        else if (form["client_id"] != options.ClientId)
            await OAuthJson.RefuseAsync(context, "invalid_client");
        else if (form["grant_type"] == "authorization_code")
            await AnswerAsync(context, WithCode(form));
        else if (form["grant_type"] == "refresh_token")
            await AnswerAsync(context, refreshTokens.Rotate(form["refresh_token"].ToString()));
        else
            await OAuthJson.RefuseAsync(context, "unsupported_grant_type");
    }

    /// <remarks>200 whatever the token is (RFC 7009): who asks wants it to be of no use, and it is.</remarks>
    public async Task RevokeAsync(HttpContext context)
    {
        var form = await FormReader.ReadAsync(context);
        if (form is null || form["client_id"] != options.ClientId)
        {
            await OAuthJson.RefuseAsync(context, "invalid_client");
            return;
        }

        refreshTokens.Revoke(form["token"].ToString());
        await OAuthJson.WriteAsync(context, StatusCodes.Status200OK, new Dictionary<string, object>());
    }

    private (Grant, string)? WithCode(IFormCollection form)
    {
        var grant = codes.Redeem(
            form["code"].ToString(), form["redirect_uri"].ToString(), form["code_verifier"].ToString(), out var reused);
        if (reused is not null)
            refreshTokens.Revoke(reused.Family);
        return grant is null ? null : (grant, refreshTokens.Begin(grant));
    }

    private async Task AnswerAsync(HttpContext context, (Grant Grant, string RefreshToken)? found)
    {
        if (found is not var (grant, refreshToken) || accounts.Find(grant.Account) is not { } account)
        {
            await OAuthJson.RefuseAsync(context, "invalid_grant");
            return;
        }

        var answer = new Dictionary<string, object>
        {
            ["access_token"] = issuer.Access(account, grant, TokenIssuer.Lifetime),
            ["refresh_token"] = refreshToken,
            ["token_type"] = "Bearer",
            ["expires_in"] = (int)TokenIssuer.Lifetime.TotalSeconds,
        };
        if (grant.Includes("openid"))
            answer["id_token"] = issuer.Id(account, grant);
        await OAuthJson.WriteAsync(context, StatusCodes.Status200OK, answer);
    }
}

using Lambda.Local.SignIn.Accounts;
using Lambda.Local.SignIn.Tokens;
using Microsoft.AspNetCore.Http;

namespace Lambda.Local.SignIn;

/// <summary>GET and POST /oauth2/userInfo: who the holder of an access token is.</summary>
internal sealed class UserInfo(AccountBook accounts, TokenIssuer issuer)
{
    private const string Scheme = "Bearer ";

    public async Task AnswerAsync(HttpContext context)
    {
        if (context.Request.Headers.Authorization is not [{ } authorization]
            || !authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            || issuer.ReadAccess(authorization[Scheme.Length..]) is not { } claims
            || accounts.Find(claims.GetProperty("sub").GetGuid()) is not { } account)
        {
            await RefuseAsync(context, "The access token is missing, expired, or not of this issuer.");
        }
        else if (!claims.GetProperty("scope").GetString()!.Split(' ').Contains("openid"))
        {
            await RefuseAsync(context, "The access token does not have the scope openid.");
        }
        else
        {
            await OAuthJson.WriteAsync(
                context, StatusCodes.Status200OK, new() { ["sub"] = account.Id, ["username"] = account.Name });
        }
    }

    private static Task RefuseAsync(HttpContext context, string why)
    {
        context.Response.Headers.WWWAuthenticate = $"Bearer error=\"invalid_token\", error_description=\"{why}\"";
        return OAuthJson.WriteAsync(
            context,
            StatusCodes.Status401Unauthorized,
            new() { ["error"] = "invalid_token", ["error_description"] = why });
    }
}

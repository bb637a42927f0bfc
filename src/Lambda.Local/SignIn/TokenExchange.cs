using System.Buffers;
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
    // RFC 7636, 4.1.
    private const int MinVerifierLength = 43;
    private const int MaxVerifierLength = 128;

    private static readonly SearchValues<char> VerifierCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~");

    // A code shown twice must not slip in between its first use and what came of that.
    private readonly Lock _redeeming = new();

    public async Task ExchangeAsync(HttpContext context)
    {
        var form = await FormReader.ReadAsync(context);
        if (RefusalOf(context, form) is { } error)
            await OAuthJson.RefuseAsync(context, error);
        else
            await AnswerAsync(context, form!["grant_type"] == "refresh_token" ? WithToken(form) : WithCode(form));
    }

    /// <remarks>200 for a token that is not known (RFC 7009): who asks wants it to be of no use, and it is.</remarks>
    public async Task RevokeAsync(HttpContext context)
    {
        var form = await FormReader.ReadAsync(context);
        var token = form?["token"].ToString() ?? "";
        if (form is null || token is "" || HasRepeats(form))
            await OAuthJson.RefuseAsync(context, "invalid_request");
        else if (!IsClient(context, form))
            await OAuthJson.RefuseAsync(context, "invalid_client");
        else if (token.Split('.').Length == 3)
            // Access and id tokens are not looked up by who takes them, so they cannot be taken back.
            await OAuthJson.RefuseAsync(context, "unsupported_token_type");
        else
            refreshTokens.Revoke(token);
    }

    private string? RefusalOf(HttpContext context, IFormCollection? form)
    {
        if (form is null || HasRepeats(form) || form["grant_type"].Count == 0)
            return "invalid_request";
        if (!IsClient(context, form))
            return "invalid_client";

        return form["grant_type"].ToString() switch
        {
            "authorization_code" => form["code"].ToString() is "" ? "invalid_request" : null,
            "refresh_token" => form["refresh_token"].ToString() is "" ? "invalid_request" : null,
            "client_credentials" => "unauthorized_client",
            _ => "unsupported_grant_type",
        };
    }

    private static bool HasRepeats(IFormCollection form) => form.Any(field => field.Value.Count > 1);

    // A public client has no secret, so one that brings some is not it.
    private bool IsClient(HttpContext context, IFormCollection form) => form["client_id"] == options.ClientId
        && !form.ContainsKey("client_secret") && context.Request.Headers.Authorization.Count == 0;

    private (Grant, string)? WithToken(IFormCollection form) =>
        refreshTokens.Rotate(form["refresh_token"].ToString());

    private (Grant, string)? WithCode(IFormCollection form)
    {
        var (code, verifier) = (form["code"].ToString(), form["code_verifier"].ToString());
        var isVerifier = verifier.Length is >= MinVerifierLength and <= MaxVerifierLength
            && !verifier.AsSpan().ContainsAnyExcept(VerifierCharacters);
        lock (_redeeming)
        {
            var grant = codes.Redeem(
                code, form["redirect_uri"].ToString(), isVerifier ? verifier : "", out var reused);
            if (reused is not null)
                refreshTokens.Revoke(reused.Family);
            return grant is null ? null : (grant, refreshTokens.Begin(grant));
        }
    }

    private async Task AnswerAsync(HttpContext context, (Grant Grant, string RefreshToken)? found)
    {
        if (found is not var (grant, refreshToken) || accounts.Find(grant.Account) is not { } account)
        {
            await OAuthJson.RefuseAsync(context, "invalid_grant");
            return;
        }

        var access = issuer.Access(account, grant, options.Lifetimes.Access);
        var answer = new Dictionary<string, object>
        {
            ["access_token"] = access,
            ["refresh_token"] = refreshToken,
            ["token_type"] = "Bearer",
            ["expires_in"] = (int)options.Lifetimes.Access.TotalSeconds,
        };
        if (grant.Includes("openid"))
            answer["id_token"] = issuer.Id(account, grant, access);
        await OAuthJson.WriteAsync(context, StatusCodes.Status200OK, answer);
    }
}

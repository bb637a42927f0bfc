using System.Security.Cryptography;
using Lambda.Local.Disk;
using Lambda.Local.SignIn.Accounts;
using Lambda.Local.SignIn.Pages;
using Lambda.Local.SignIn.Tokens;
using Microsoft.AspNetCore.Http;

namespace Lambda.Local.SignIn;

/// <summary>
/// Accounts of this machine behind the same endpoints and tokens as Cognito's managed login: authorization code with
/// PKCE, short access tokens, refresh tokens that are good once.
/// </summary>
/// <remarks>Several processes may share a data folder: the host, and a command that issues a token.</remarks>
public sealed class LocalSignIn
{
    private readonly LocalSignInOptions _options;
    private readonly TimeProvider _clock;
    private readonly SigningKey _key;
    private readonly AccountBook _accounts;
    private readonly Attempts _attempts;
    private readonly TokenIssuer _issuer;
    private readonly Authorize _authorize;
    private readonly TokenExchange _exchange;
    private readonly UserInfo _userInfo;
    private readonly Discovery _discovery;

    /// <summary>Reads, or makes, the key and the accounts of the data folder.</summary>
    /// <exception cref="LocalStartException">A file is damaged, or the data folder cannot be written.</exception>
    public LocalSignIn(LocalSignInOptions options, TimeProvider clock)
    {
        (_options, _clock) = (options, clock);
        var folder = Path.Combine(options.DataFolder, "sign-in");
        RefreshTokens refreshTokens;
        try
        {
            OwnerOnly.MakeFolder(options.DataFolder);
            OwnerOnly.MakeFolder(folder);
            _key = SigningKey.ReadOrMake(Path.Combine(folder, "signing-key.pem"));
            _accounts = new AccountBook(folder, clock);
            refreshTokens = new RefreshTokens(folder, options.Lifetimes, clock);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new LocalStartException($"The folder {folder} cannot be used for accounts: {cause.Message}", cause);
        }

        var codes = new AuthorizationCodes(clock);
        _issuer = new TokenIssuer(options, _key, clock);
        _attempts = new Attempts(clock);
        var door = new Doorkeeper(_accounts, _attempts, codes, refreshTokens);
        _authorize = new Authorize(options, door, codes, clock);
        _exchange = new TokenExchange(options, _accounts, codes, refreshTokens, _issuer);
        _userInfo = new UserInfo(_accounts, _issuer);
        _discovery = new Discovery(options, _key);
    }

    /// <summary>The public key of that name, for verifying; null when no token of ours can bear it.</summary>
    /// <remarks>Shared and safe to verify with from any thread; the caller does not dispose of it.</remarks>
    public RSA? FindKey(string kid) => kid == _key.Id ? _key.Public : null;

    /// <summary>Every account, in the order of their names.</summary>
    internal IEnumerable<AccountSummary> Accounts() => _accounts.All
        .OrderBy(account => account.Name, AccountName.Comparer)
        .Select(account =>
            new AccountSummary(account.Id, account.Name, account.CreatedAt, _attempts.IsLocked(account.Name)));

    /// <summary>An access token with every scope, for the command line; makes the account when it is missing.</summary>
    /// <exception cref="LocalStartException">Nobody can have that name.</exception>
    public IssuedToken IssueAccessToken(string accountName, TimeSpan lifetime)
    {
        if (!AccountName.TryParse(accountName, out var name))
            throw new LocalStartException($"A name has 1 to {AccountName.MaxLength} visible characters.");

        var (account, newPassword) = _accounts.FindOrAdd(name);
        Grant grant = new(Base64Text.Random(), account.Id, string.Join(' ', _options.Scopes), _clock.GetUtcNow(), null);
        return new IssuedToken(_issuer.Access(account, grant, lifetime), newPassword);
    }

    /// <summary>
    /// Answers one request completely; the issuer's path is the request's <see cref="HttpRequest.PathBase"/>.
    /// </summary>
    public Task HandleAsync(HttpContext context)
    {
        var path = context.Request.Path.Value;
        if (path is not ("/oauth2/authorize" or "/logout"))
            AllowSite(context);

        return (context.Request.Method, path) switch
        {
            ("GET", "/.well-known/openid-configuration") => _discovery.ConfigurationAsync(context),
            ("GET", "/.well-known/jwks.json") => _discovery.KeysAsync(context),
            ("GET", "/oauth2/authorize") => _authorize.ShowAsync(context),
            ("POST", "/oauth2/authorize") => _authorize.SubmitAsync(context),
            ("POST", "/oauth2/token") => _exchange.ExchangeAsync(context),
            ("POST", "/oauth2/revoke") => _exchange.RevokeAsync(context),
            ("GET" or "POST", "/oauth2/userInfo") => _userInfo.AnswerAsync(context),
            ("GET", "/logout") => LogOutAsync(context),
            ("OPTIONS", _) => Preflight(context),
            _ => OAuthJson.RefuseAsync(context, "not_found", StatusCodes.Status404NotFound),
        };
    }

    // Nothing of a sign-in is kept in the browser here, so going back to the site is all there is to do.
    private Task LogOutAsync(HttpContext context)
    {
        var query = context.Request.Query;

        // Cognito's other form: sign out, and in again at once. The page there checks everything itself.
        if (!query.ContainsKey("logout_uri") && query.ContainsKey("redirect_uri"))
        {
            context.Response.Redirect($"{_options.IssuerText}/oauth2/authorize{context.Request.QueryString}");
            return Task.CompletedTask;
        }

        if (query["client_id"] != _options.ClientId || query["logout_uri"] != _options.SiteText)
        {
            return Page.WriteAsync(
                context, _options, StatusCodes.Status400BadRequest,
                new DeadEnd("The address to return to is not the application's."));
        }

        context.Response.Redirect(_options.SiteText);
        return Task.CompletedTask;
    }

    private void AllowSite(HttpContext context)
    {
        context.Response.Headers.Vary = "Origin";
        if (context.Request.Headers.Origin == _options.SiteOrigin)
            context.Response.Headers.AccessControlAllowOrigin = _options.SiteOrigin;
    }

    private static Task Preflight(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        if (context.Response.Headers.AccessControlAllowOrigin.Count > 0)
        {
            context.Response.Headers.AccessControlAllowMethods = "GET, POST";
            context.Response.Headers.AccessControlAllowHeaders = "authorization, content-type";
            context.Response.Headers.AccessControlMaxAge = "600";
        }

        return Task.CompletedTask;
    }
}

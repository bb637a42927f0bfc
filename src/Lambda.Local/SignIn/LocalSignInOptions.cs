namespace Lambda.Local.SignIn;

/// <summary>Who signs people in, for whom, and where that is remembered.</summary>
/// <param name="DataFolder">Accounts, refresh tokens and the signing key live in its folder <c>sign-in</c>.</param>
/// <param name="Issuer">The address where <see cref="LocalSignIn"/> is mounted, no slash at its end.</param>
/// <param name="ClientId">The one client, a public one: it has no secret and must use PKCE.</param>
/// <param name="Scope">What an access token allows, besides <c>openid</c>; several are separated by spaces.</param>
/// <param name="Site">The client's address, the only one that people are ever sent back to.</param>
public sealed record LocalSignInOptions(string DataFolder, Uri Issuer, string ClientId, string Scope, Uri Site)
{
    /// <summary>How long tokens are good.</summary>
    public TokenLifetimes Lifetimes { get; init; } = TokenLifetimes.Usual;

    /// <summary>Whether whoever sees the page may create an account on it.</summary>
    public bool AllowsSignUp { get; init; } = true;

    internal string IssuerText => Issuer.AbsoluteUri.TrimEnd('/');

    internal string IssuerOrigin => Issuer.GetLeftPart(UriPartial.Authority);

    /// <summary>Compared letter by letter: <c>http://localhost:5080/</c>, with its slash.</summary>
    internal string SiteText => Site.AbsoluteUri;

    internal string SiteOrigin => Site.GetLeftPart(UriPartial.Authority);

    internal string[] Scopes =>
        [.. Scope.Split(' ', StringSplitOptions.RemoveEmptyEntries).Prepend("openid").Distinct()];
}

namespace Lambda.Local.HttpApi.Description;

/// <summary>What a JWT authorizer of the template asks of a token.</summary>
/// <param name="Issuer">Equal to the token's <c>iss</c>, letter by letter.</param>
/// <param name="Audience">
/// One of these is the token's <c>aud</c>, or its <c>client_id</c> where it has no <c>aud</c>.
/// </param>
/// <param name="Header">The request header that carries the token.</param>
internal sealed record JwtRules(string Issuer, IReadOnlyList<string> Audience, string Header);

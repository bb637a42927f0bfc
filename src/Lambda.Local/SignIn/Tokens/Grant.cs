namespace Lambda.Local.SignIn.Tokens;

/// <summary>What a person agreed to by signing in: the facts that all tokens of that sign-in share.</summary>
/// <param name="Family">Names the sign-in, so that everything that came of it can be revoked together.</param>
/// <param name="Scope">Separated by spaces, as granted.</param>
/// <param name="Nonce">Returned in the id token, where the client sent one.</param>
internal sealed record Grant(string Family, Guid Account, string Scope, DateTimeOffset SignedInAt, string? Nonce)
{
    public bool Includes(string scope) => Scope.Split(' ').Contains(scope);
}

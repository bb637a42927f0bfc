using System.Security.Cryptography;
using System.Text;

namespace Lambda.Local.SignIn.Tokens;

/// <summary>What a person agreed to by signing in: the facts that all tokens of that sign-in share.</summary>
/// <param name="Family">Names the sign-in, so that everything that came of it can be revoked together.</param>
/// <param name="Scope">Separated by spaces, as granted.</param>
/// <param name="Nonce">Returned in the id token, where the client sent one.</param>
internal sealed record Grant(string Family, Guid Account, string Scope, DateTimeOffset SignedInAt, string? Nonce)
{
    /// <summary>A stable id for one purpose, from which nobody learns the family's name.</summary>
    public string IdFor(string purpose) =>
        new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{purpose} {Family}")).AsSpan(0, 16)).ToString();

    public bool Includes(string scope) => Scope.Split(' ').Contains(scope);
}

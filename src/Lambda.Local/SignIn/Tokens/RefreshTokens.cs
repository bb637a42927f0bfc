using Lambda.Local.Disk;

namespace Lambda.Local.SignIn.Tokens;

/// <summary>
/// Refresh tokens, each good for one exchange. Whoever shows a spent one is not the only holder, so the whole sign-in
/// ends there (RFC 9700, 4.14).
/// </summary>
/// <remarks>
/// A token is <c>family.secret</c>, and only the hash of the secret is kept. A token used again within the grace period
/// counts as an answer that was lost on its way; all tokens that came of it are good.
/// </remarks>
internal sealed class RefreshTokens
{
    private readonly SharedFile<Family[]> _file;
    private readonly TokenLifetimes _lifetimes;
    private readonly TimeProvider _clock;

    public RefreshTokens(string folder, TokenLifetimes lifetimes, TimeProvider clock)
    {
        _file = new(Path.Combine(folder, "refresh-tokens.json"), []);
        (_lifetimes, _clock) = (lifetimes, clock);
        _file.Read();
    }

    /// <summary>The first token of a sign-in.</summary>
    public string Begin(Grant grant)
    {
        var secret = Base64Text.Random();
        return _file.Change(families =>
        {
            Family begun = new(grant, [new Token(Base64Text.Sha256(secret), null)]);
            return ((Family[])[.. families.Where(IsAlive), begun], $"{grant.Family}.{secret}");
        });
    }

    /// <returns>The grant and the next token, or null when the token is of no use (any more).</returns>
    public (Grant Grant, string Next)? Rotate(string token)
    {
        var (name, hash) = Split(token);
        var now = _clock.GetUtcNow();
        return _file.Change<(Grant, string)?>(families =>
        {
            if (families.FirstOrDefault(family => family.Grant.Family == name) is not { } family)
                return (families, null);

            Family[] others = [.. families.Where(other => other != family && IsAlive(other))];
            var shown = family.Tokens.FirstOrDefault(known => Base64Text.Same(known.Hash, hash));
            if (!IsAlive(family) || shown is null || !MayUse(shown, now))
                return (others, null);

            var used = shown with { UsedAt = shown.UsedAt ?? now };
            var secret = Base64Text.Random();
            Family next = family with
            {
                Tokens =
                [
                    .. family.Tokens.Where(known => known != shown && MayUse(known, now)),
                    used,
                    new Token(Base64Text.Sha256(secret), null),
                ],
            };
            return ((Family[])[.. others, next], (family.Grant, $"{name}.{secret}"));
        });
    }

    /// <summary>Ends a sign-in: none of its refresh tokens is good any more.</summary>
    public void Revoke(string token)
    {
        var (name, _) = Split(token);
        _file.Change(families => families.Any(family => family.Grant.Family == name)
            ? ((Family[])[.. families.Where(family => family.Grant.Family != name)], true)
            : (families, false));
    }

    /// <summary>Ends every sign-in of an account.</summary>
    public void RevokeAll(Guid account) => _file.Change(families =>
        ((Family[])[.. families.Where(family => family.Grant.Account != account)], true));

    private static (string Family, string Hash) Split(string token)
    {
        var parts = token.Split('.', 2);
        return (parts[0], Base64Text.Sha256(parts.ElementAtOrDefault(1) ?? ""));
    }

    private bool MayUse(Token token, DateTimeOffset now) =>
        token.UsedAt is not { } usedAt || now - usedAt <= _lifetimes.RetryGrace;

    private bool IsAlive(Family family) => family.Grant.SignedInAt + _lifetimes.Refresh > _clock.GetUtcNow();

    internal sealed record Family(Grant Grant, Token[] Tokens);

    internal sealed record Token(string Hash, DateTimeOffset? UsedAt);
}

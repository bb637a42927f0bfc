namespace Lambda.Local.SignIn.Tokens;

/// <summary>
/// Codes on their way from the sign-in page to the client: good once, for a minute, for who asked for them.
/// </summary>
internal sealed class AuthorizationCodes(TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(60);

    private readonly Dictionary<string, Code> _codes = [];

    private readonly Lock _changing = new();

    /// <param name="challenge">The SHA-256 of the verifier that only the asking client knows (RFC 7636).</param>
    public string Issue(Grant grant, string redirectUri, string challenge)
    {
        var text = Base64Text.Random();
        var now = clock.GetUtcNow();
        lock (_changing)
        {
            foreach (var (old, code) in _codes)
            {
                // Twice the lifetime, so that a code used late a second time is still known for what it is.
                if (code.IssuedAt + 2 * Lifetime <= now)
                    _codes.Remove(old);
            }

            _codes[Base64Text.Sha256(text)] = new Code(grant, redirectUri, challenge, now);
        }

        return text;
    }

    /// <summary>A code is spent by the first try, right or wrong: nobody may guess verifiers.</summary>
    /// <param name="reused">The grant of a code that had been spent; whatever came of it is in doubt.</param>
    public Grant? Redeem(string code, string redirectUri, string verifier, out Grant? reused)
    {
        reused = null;
        lock (_changing)
        {
            if (!_codes.TryGetValue(Base64Text.Sha256(code), out var found))
                return null;
            if (found.Spent)
            {
                reused = found.Grant;
                return null;
            }

            found.Spent = true;
            var genuine = found.IssuedAt + Lifetime > clock.GetUtcNow()
                && found.RedirectUri == redirectUri
                && Base64Text.Same(found.Challenge, Base64Text.Sha256(verifier));
            return genuine ? found.Grant : null;
        }
    }

    /// <summary>Whatever is on its way for this account is of no use when it arrives.</summary>
    public void RevokeAll(Guid account)
    {
        lock (_changing)
        {
            foreach (var (name, _) in _codes.Where(code => code.Value.Grant.Account == account))
                _codes.Remove(name);
        }
    }

    private sealed record Code(Grant Grant, string RedirectUri, string Challenge, DateTimeOffset IssuedAt)
    {
        public bool Spent { get; set; }
    }
}

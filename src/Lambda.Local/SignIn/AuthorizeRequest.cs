using System.Buffers.Text;
using Microsoft.AspNetCore.Http;

namespace Lambda.Local.SignIn;

/// <summary>What a client asks for when it sends somebody here to sign in (RFC 6749, 4.1.1, with PKCE).</summary>
internal sealed record AuthorizeRequest(
    string RedirectUri, string? State, string Scope, string Challenge, string? Nonce)
{
    // BASE64URL of 32 bytes.
    private const int ChallengeLength = 43;

    /// <returns>Null with <paramref name="asked"/> set, or why the request is refused.</returns>
    public static AuthorizeRefusal? Read(
        IQueryCollection query, LocalSignInOptions options, out AuthorizeRequest? asked)
    {
        asked = null;

        // Until client and address are known to be right, nobody is sent anywhere.
        if (query["client_id"] != options.ClientId)
            return AuthorizeRefusal.OnPage("This application is not known here.");
        if (query["redirect_uri"] != options.SiteText)
            return AuthorizeRefusal.OnPage("The address to return to is not known here.");

        var state = Single(query, "state");
        if (query.Any(member => member.Value.Count > 1))
            return Refuse("invalid_request", "a parameter was given twice");
        if (ResponseTypeError(Single(query, "response_type")) is { } error)
            return Refuse(error, "response_type must be code");
        if (Single(query, "code_challenge_method") != "S256" || Single(query, "code_challenge") is not { } challenge
            || challenge.Length != ChallengeLength || !Base64Url.IsValid(challenge))
        {
            return Refuse("invalid_request", "code_challenge with code_challenge_method S256 is required");
        }

        var scopes = Single(query, "scope")?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? options.Scopes;
        if (scopes.Length == 0 || scopes.Except(options.Scopes).Any())
            return Refuse("invalid_scope", "a scope was asked for that does not exist");

        // No page here remembers anybody, so there is nobody whom it could let in without asking.
        var prompts = Single(query, "prompt")?.Split(' ') ?? [];
        if (prompts.Contains("none"))
        {
            return prompts is ["none"]
                ? Refuse("login_required", "nobody is signed in here")
                : Refuse("invalid_request", "prompt=none goes with nothing else");
        }

        asked = new AuthorizeRequest(
            options.SiteText, state, string.Join(' ', scopes.Distinct()), challenge, Single(query, "nonce"));
        return null;

        AuthorizeRefusal Refuse(string error, string description) => new(options.SiteText, state, error, description);
    }

    // In Cognito's words: the implicit flow exists, but not for this client.
    private static string? ResponseTypeError(string? type) => type switch
    {
        "code" => null,
        "token" => "unauthorized_client",
        null => "invalid_request",
        _ => "unsupported_response_type",
    };

    private static string? Single(IQueryCollection query, string name) =>
        query[name] is [{ Length: > 0 } value] ? value : null;
}

/// <summary>Why nobody signs in. Goes to the client when its address is certain, else onto a page.</summary>
internal sealed record AuthorizeRefusal(string? RedirectTo, string? State, string Error, string Description)
{
    public static AuthorizeRefusal OnPage(string description) => new(null, null, "invalid_request", description);
}

using Amazon.Lambda.APIGatewayEvents;
using Photos.Library;
using Photos.Outcomes;

namespace Photos.Functions.Http;

/// <summary>Who is asking: the subject of the token that the gateway has verified. Nothing else says so.</summary>
internal static class Caller
{
    private static readonly Problem Nobody = new(
        ProblemKind.Forbidden, "no-account", "Your token names no account of this library. Sign in again.");

    /// <exception cref="InvalidOperationException">The route has no authorizer, so nobody was verified.</exception>
    public static Outcome<OwnerId> Of(APIGatewayHttpApiV2ProxyRequest request)
    {
        var claims = request.RequestContext?.Authorizer?.Jwt?.Claims ?? throw new InvalidOperationException(
            "No verified token came with the request; its route needs the template's authorizer.");

        // The gateway looks at a token's signature, not at its subject: whatever text that is must never reach a key.
        return OwnerId.TryParse(claims.TryGetValue("sub", out var subject) ? subject : null, out var owner)
            ? owner
            : Nobody;
    }

    /// <summary>The name of the caller's account; null where accounts have none, or only their subject again.</summary>
    public static string? AccountOf(APIGatewayHttpApiV2ProxyRequest request) =>
        request.RequestContext?.Authorizer?.Jwt?.Claims is { } claims
        && claims.TryGetValue("username", out var name)
        && name != claims["sub"]
            ? name
            : null;
}

using Amazon.Lambda.APIGatewayEvents;
using Photos.Library;

namespace Photos.Functions.Http;

/// <summary>Who is asking: the subject of the token that the gateway has verified. Nothing else says so.</summary>
internal static class Caller
{
    /// <exception cref="InvalidOperationException">
    /// The route has no authorizer, or one that lets strange tokens pass.
    /// </exception>
    public static OwnerId Of(APIGatewayHttpApiV2ProxyRequest request)
    {
        string? subject = null;
        request.RequestContext?.Authorizer?.Jwt?.Claims?.TryGetValue("sub", out subject);

        return OwnerId.TryParse(subject, out var owner)
            ? owner
            : throw new InvalidOperationException(
                "No verified 'sub' of a UUID's form came with the request; its route needs the template's authorizer.");
    }

    /// <summary>The name of the caller's account; null where accounts have none, or only their subject again.</summary>
    public static string? AccountOf(APIGatewayHttpApiV2ProxyRequest request) =>
        request.RequestContext?.Authorizer?.Jwt?.Claims is { } claims
        && claims.TryGetValue("username", out var name)
        && name != claims["sub"]
            ? name
            : null;
}

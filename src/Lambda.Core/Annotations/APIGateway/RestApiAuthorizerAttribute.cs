namespace Amazon.Lambda.Annotations.APIGateway;

/// <summary>
/// Makes a function the authorizer of those routes of the REST API that name it in
/// <see cref="RestApiAttribute.Authorizer"/>.
/// </summary>
/// <remarks>
/// It takes the request (<c>APIGatewayCustomAuthorizerRequest</c>) or parts of it, and returns an
/// <see cref="IAuthorizerResult"/> or the gateway's own type.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RestApiAuthorizerAttribute : Attribute
{
    /// <summary>The header that tells who asks; a request without it is refused at once.</summary>
    public string IdentityHeader { get; set; } = "Authorization";

    /// <summary>How much of the request the function is told.</summary>
    public RestApiAuthorizerType Type { get; set; } = RestApiAuthorizerType.Token;

    /// <summary>Seconds, up to 3600, that the gateway may remember an answer; 0 is not at all.</summary>
    public int ResultTtlInSeconds { get; set; }
}

/// <summary>How much of a request a REST API tells its authorizer.</summary>
public enum RestApiAuthorizerType
{
    /// <summary>What the identity header holds.</summary>
    Token,

    /// <summary>All but the body.</summary>
    Request,
}

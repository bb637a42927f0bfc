namespace Amazon.Lambda.Annotations.APIGateway;

/// <summary>
/// Makes a function the authorizer of those routes of the HTTP API that name it in
/// <see cref="HttpApiAttribute.Authorizer"/>.
/// </summary>
/// <remarks>
/// It takes the request (<c>APIGatewayCustomAuthorizerV2Request</c>, or <c>APIGatewayCustomAuthorizerRequest</c> in
/// payload format 1.0) or parts of it, and returns an <see cref="IAuthorizerResult"/> or the gateway's own type.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class HttpApiAuthorizerAttribute : Attribute
{
    /// <summary>The header that tells who asks; a request without it is refused at once.</summary>
    public string IdentityHeader { get; set; } = "Authorization";

    /// <summary>Whether it says yes or no, rather than a policy; payload format 1.0 knows policies only.</summary>
    public bool EnableSimpleResponses { get; set; } = true;

    /// <summary>The payload format of question and answer.</summary>
    public AuthorizerPayloadFormatVersion AuthorizerPayloadFormatVersion { get; set; } =
        AuthorizerPayloadFormatVersion.V2;

    /// <summary>Seconds, up to 3600, that the gateway may remember an answer; 0 is not at all.</summary>
    public int ResultTtlInSeconds { get; set; }
}

/// <summary>Payload formats of an HTTP API's authorizers.</summary>
public enum AuthorizerPayloadFormatVersion
{
    /// <summary>1.0, as REST APIs use it.</summary>
    V1,

    /// <summary>2.0</summary>
    V2,
}

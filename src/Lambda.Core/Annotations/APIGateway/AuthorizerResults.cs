namespace Amazon.Lambda.Annotations.APIGateway;

/// <summary>Makes an authorizer's answers.</summary>
/// <remarks>
/// A policy speaks of what was asked for and nothing else. With a <c>ResultTtlInSeconds</c> the gateway holds it
/// against the same caller's other requests too, so an authorizer whose answers are remembered returns the gateway's
/// own type.
/// </remarks>
public sealed class AuthorizerResults : IAuthorizerResult
{
    private AuthorizerResults(bool isAuthorized) => IsAuthorized = isAuthorized;

    /// <inheritdoc/>
    public bool IsAuthorized { get; }

    /// <inheritdoc/>
    public string? PrincipalId { get; private set; }

    /// <inheritdoc/>
    public IDictionary<string, object>? Context { get; private set; }

    /// <summary>Lets the request pass.</summary>
    public static IAuthorizerResult Allow() => new AuthorizerResults(isAuthorized: true);

    /// <summary>Refuses the request: the client sees 403.</summary>
    public static IAuthorizerResult Deny() => new AuthorizerResults(isAuthorized: false);

    /// <inheritdoc/>
    public IAuthorizerResult WithContext(string key, object value)
    {
        Context ??= new Dictionary<string, object>();
        Context[key] = value;
        return this;
    }

    /// <inheritdoc/>
    public IAuthorizerResult WithPrincipalId(string principalId)
    {
        PrincipalId = principalId;
        return this;
    }

    /// <inheritdoc/>
    public Stream Serialize(AuthorizerResultSerializationOptions options) =>
        options.Format == AuthorizerResultSerializationOptions.AuthorizerFormat.HttpApiSimple
            ? AuthorizerResultWriter.WriteSimple(this)
            : AuthorizerResultWriter.WritePolicy(this, options.MethodArn);
}

namespace Lambda.Annotations;

/// <summary>Lets a function of an HTTP API be called by those alone for whom an authorizer vouches.</summary>
/// <remarks>
/// <code>
/// [LambdaFunction, HttpApi(LambdaHttpMethod.Get, "/photos"), AuthorizedBy("SignIn", "photos/use")]
/// </code>
/// When the project declares authorizers with <see cref="JwtAuthorizerAttribute"/>, it is one of these; when it
/// declares none, it is one that was written in the template by hand, and nobody can check that it is there.
/// </remarks>
/// <param name="authorizer">The authorizer's name, or <see cref="Nobody"/>.</param>
/// <param name="scopes">Scopes of which a token must have one; none means that any token will do.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AuthorizedByAttribute(string authorizer, params string[] scopes) : Attribute
{
    /// <summary>
    /// In place of an authorizer's name: everyone may call the function although its API, written in the template by
    /// hand, has a default authorizer. Routes of an API without one are open to everyone as they are.
    /// </summary>
    public const string Nobody = "NONE";

    /// <summary>The authorizer's name.</summary>
    public string Authorizer { get; } = authorizer;

    /// <summary>Scopes of which a token must have one.</summary>
    public IReadOnlyList<string> Scopes { get; } = scopes;
}

namespace Lambda.Annotations;

/// <summary>
/// Declares who may vouch for callers of the project's HTTP API: an issuer of JSON web tokens, such as a user pool.
/// </summary>
/// <remarks>
/// <code>
/// [assembly: JwtAuthorizer("SignIn", "https://cognito-idp.${AWS::Region}.amazonaws.com/${Users}", "@SiteClient")]
/// </code>
/// It guards the functions whose <see cref="AuthorizedByAttribute"/> names it. Issuer and audience are values of the
/// template: <c>@Name</c> is a <c>Ref</c>, <c>@Resource.Attribute</c> a <c>Fn::GetAtt</c>, text with <c>${…}</c> a
/// <c>Fn::Sub</c>, and all else is what it says; a text that begins with an at sign has two of them.
/// </remarks>
/// <param name="name">What functions call it: letters, digits, <c>-</c> and <c>_</c>.</param>
/// <param name="issuer">The <c>iss</c> that tokens must have: a URL under which their keys are found.</param>
/// <param name="audience">
/// The <c>aud</c>, or <c>client_id</c>, of which tokens must have one; at least one is needed.
/// </param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class JwtAuthorizerAttribute(string name, string issuer, params string[] audience) : Attribute
{
    /// <summary>What functions call it.</summary>
    public string Name { get; } = name;

    /// <summary>The <c>iss</c> that tokens must have.</summary>
    public string Issuer { get; } = issuer;

    /// <summary>The <c>aud</c>, or <c>client_id</c>, of which tokens must have one.</summary>
    public IReadOnlyList<string> Audience { get; } = audience;

    /// <summary>The header that tokens come in; null means <c>Authorization</c>.</summary>
    public string? Header { get; set; }
}

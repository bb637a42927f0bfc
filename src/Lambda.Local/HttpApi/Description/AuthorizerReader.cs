using Lambda.Template.Values;

namespace Lambda.Local.HttpApi.Description;

/// <summary>Reads who may use a route: the API's authorizers, its default, and what an event says instead.</summary>
internal sealed class AuthorizerReader(TemplateValue apiAuth)
{
    private const string None = "NONE";
    private const string HeaderPrefix = "$request.header.";

    private readonly Dictionary<string, JwtRules> _read = [];

    public (JwtRules? Jwt, IReadOnlyList<string> Scopes) Read(TemplateValue eventAuth)
    {
        var name = eventAuth["Authorizer"].TextOr(apiAuth["DefaultAuthorizer"].TextOr(None));
        if (name is None)
            return (null, []);

        var authorizer = apiAuth["Authorizers"][name];
        var jwt = authorizer["JwtConfiguration"];
        if (!jwt.Exists)
            throw new TemplateException($"{authorizer.Where} is no JWT authorizer; other kinds are not known here.");

        var scopes = eventAuth["AuthorizationScopes"].Exists
            ? eventAuth["AuthorizationScopes"]
            : authorizer["AuthorizationScopes"];
        if (!_read.TryGetValue(name, out var rules))
            _read[name] = rules = Jwt(jwt, authorizer["IdentitySource"]);

        return (rules, scopes.Texts());
    }

    private static JwtRules Jwt(TemplateValue jwt, TemplateValue identitySource)
    {
        var source = identitySource.TextOr($"{HeaderPrefix}Authorization");
        if (!source.StartsWith(HeaderPrefix, StringComparison.Ordinal))
            throw new TemplateException(
                $"{identitySource.Where}: a token is only looked for in a header, not in {source}.");

        return new JwtRules(jwt["issuer"].Text(), jwt["audience"].Texts(), source[HeaderPrefix.Length..]);
    }
}

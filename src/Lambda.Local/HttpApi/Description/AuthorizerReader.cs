using Lambda.Template.Values;

namespace Lambda.Local.HttpApi.Description;

/// <summary>Reads who may use a route: the API's authorizers, its default, and what an event says instead.</summary>
/// <param name="readGuard">Reads the Lambda authorizer of this name.</param>
internal sealed class AuthorizerReader(TemplateValue apiAuth, Func<string, GuardRules> readGuard)
{
    /// <summary>What an event says that wants no authorizer, whatever the default.</summary>
    public const string None = "NONE";

    private const string HeaderPrefix = "$request.header.";

    private readonly Dictionary<string, JwtRules> _issuers = [];
    private readonly Dictionary<string, GuardRules> _guards = [];

    public (JwtRules? Jwt, IReadOnlyList<string> Scopes, GuardRules? Guard) Read(TemplateValue eventAuth)
    {
        var name = eventAuth["Authorizer"].TextOr(apiAuth["DefaultAuthorizer"].TextOr(None));
        if (name is None)
            return (null, [], null);

        var authorizer = apiAuth["Authorizers"][name];
        var jwt = authorizer["JwtConfiguration"];
        if (!jwt.Exists)
        {
            if (!_guards.TryGetValue(name, out var guard))
                _guards[name] = guard = readGuard(name);
            return (null, [], guard);
        }

        var scopes = eventAuth["AuthorizationScopes"].Exists
            ? eventAuth["AuthorizationScopes"]
            : authorizer["AuthorizationScopes"];
        if (!_issuers.TryGetValue(name, out var rules))
            _issuers[name] = rules = Jwt(jwt, authorizer["IdentitySource"]);

        return (rules, scopes.Texts(), null);
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

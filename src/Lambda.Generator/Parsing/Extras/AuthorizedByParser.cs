using Lambda.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Lambda.Generator.Parsing.Extras;

/// <summary>Reads who guards a function's route.</summary>
internal static class AuthorizedByParser
{
    private const string Nobody = "NONE";

    public static EventPropertyModel[] Parse(IMethodSymbol method, Action<Finding> report)
    {
        if (ExtraAttribute.All(method, ExtraAttribute.AuthorizedBy).FirstOrDefault() is not { } guard)
            return [];

        void Refuse(Place? place, string reason) =>
            report(Finding.Of(Diagnostics.InvalidAuthorizedBy, place, method.Name, reason));

        var (name, scopes) = (guard.Text(0), guard.Texts(1));
        if (method.Find(KnownNames.HttpApi) is not { } route)
            Refuse(guard.Place, "only routes of an HTTP API have such guards; add [HttpApi], or leave it out");
        else if (route.Get<string?>("Authorizer", null) is { } other)
            Refuse(guard.Place, $"[HttpApi] names the authorizer '{other}' already; keep one of the two");

        var declared = JwtParser.Names(method.ContainingAssembly);
        if (name.Trim().Length == 0)
            Refuse(guard.PlaceOf(0), "the authorizer has no name; write the one of its [JwtAuthorizer]");
        else if (name != Nobody && declared.Length > 0 && !declared.Contains(name))
            Refuse(guard.PlaceOf(0), $"no [JwtAuthorizer] is called '{name}'; there is {string.Join(", ", declared)}");

        if (name == Nobody && declared.Length > 0)
        {
            Refuse(
                guard.PlaceOf(0),
                "authorizers declared by [JwtAuthorizer] guard none but who names them, so there is nothing to open; "
                + "leave [AuthorizedBy] out");
        }

        if (name == Nobody && scopes.Length > 0)
            Refuse(guard.PlaceOf(1), "scopes need an authorizer that reads them from a token; name one");
        for (var at = 0; at < scopes.Length; at++)
        {
            if (scopes[at].Length == 0 || scopes[at].Any(char.IsWhiteSpace))
                Refuse(guard.PlaceOf(1, at), $"'{scopes[at]}' is no scope; write one scope in each text");
        }

        var authorizer = EventPropertyModel.Of("Auth.Authorizer", name);
        return scopes.Length == 0
            ? [authorizer]
            : [authorizer, new("Auth.AuthorizationScopes", JsonText.Array(scopes.Select(JsonText.Quote)))];
    }
}

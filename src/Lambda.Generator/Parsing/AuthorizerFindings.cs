using Lambda.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Lambda.Generator.Parsing;

/// <summary>What there is to object to in who guards whom.</summary>
internal static class AuthorizerFindings
{
    public static IEnumerable<Finding> Of(IReadOnlyCollection<ParsedFunction> functions)
    {
        var authorizers = functions.Where(parsed => parsed.Authorizer is not null).ToArray();
        var twice = authorizers
            .GroupBy(parsed => parsed.Authorizer!.Name)
            .SelectMany(group => group.Skip(1))
            .Select(parsed => Finding.Of(
                Diagnostics.DuplicateAuthorizer, parsed.Place, parsed.Authorizer!.Name));

        return
        [
            .. twice,
            .. functions.Select(parsed => parsed.Guard).OfType<AuthorizerReference>().SelectMany(guard =>
                Of(guard, [.. authorizers.Select(parsed => parsed.Authorizer!)])),
        ];
    }

    private static IEnumerable<Finding> Of(AuthorizerReference guard, AuthorizerModel[] all)
    {
        AuthorizerModel[] named = [.. all.Where(authorizer => authorizer.Name == guard.Name)];
        if (named.FirstOrDefault(authorizer => authorizer.IsRest == guard.IsRest) is { } right)
        {
            if (!guard.IsRest && right.IsV1 != guard.IsV1)
                yield return Finding.Of(Diagnostics.AuthorizerPayload, guard.Place, guard.Name, Version(right.IsV1));
            yield break;
        }

        yield return Finding.Of(Mistake(guard.IsRest, named.Length > 0), guard.Place, guard.Name);
    }

    private static string Version(bool isV1) => isV1 ? "V1" : "V2";

    private static DiagnosticDescriptor Mistake(bool isRest, bool exists) => (isRest, exists) switch
    {
        (false, false) => Diagnostics.UnknownAuthorizer,
        (true, false) => Diagnostics.UnknownRestAuthorizer,
        (false, true) => Diagnostics.RestAuthorizerOnHttpApi,
        (true, true) => Diagnostics.HttpAuthorizerOnRestApi,
    };
}

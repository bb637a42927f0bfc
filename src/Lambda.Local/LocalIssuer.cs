using Lambda.Local.HttpApi.Description;
using Lambda.Local.SignIn;
using Lambda.Template.Values;

namespace Lambda.Local;

/// <summary>Stands in for the user pool of a template.</summary>
/// <remarks>
/// The rule: an authorizer whose issuer is Cognito's address of a user pool that this template makes
/// (<c>https://cognito-idp.…/UserPool</c>) trusts the local sign-in instead, under the sign-in's own address. Any other
/// issuer stays as it is, and since nothing is ever fetched, no token satisfies it.
/// </remarks>
internal static class LocalIssuer
{
    private const string CognitoAddress = "https://cognito-idp.";

    /// <summary>The API as it is here.</summary>
    public static HttpApiDescription Replace(HttpApiDescription api, TemplateDocument template, Uri issuer)
    {
        string[] pools = [.. template.Resources("AWS::Cognito::UserPool").Select(pool => pool.LogicalId)];

        return api with
        {
            Routes =
            [
                .. api.Routes.Select(route => route.Jwt is { } rules && IsPool(rules.Issuer, pools)
                    ? route with { Jwt = rules with { Issuer = issuer.AbsoluteUri } }
                    : route),
            ],
        };
    }

    /// <summary>
    /// Sign-in for the client and the scopes that the API's authorizer names; null where none is local.
    /// </summary>
    public static LocalSignInOptions? SignInFor(
        HttpApiDescription api, TemplateDocument template, LocalCloudOptions options)
    {
        var addresses = options.Addresses;
        Route[] guarded = [.. api.Routes.Where(route => route.Jwt?.Issuer == addresses.Issuer.AbsoluteUri)];
        if (guarded is [])
            return null;

        if (guarded[0].Jwt!.Audience is not [var clientId, ..])
            throw new TemplateException("The JWT authorizer names no audience.");

        var scope = string.Join(' ', guarded.SelectMany(route => route.Scopes).Distinct());
        return new LocalSignInOptions(options.DataFolder, addresses.Issuer, clientId, scope, addresses.Site)
        {
            Lifetimes = LocalClient.Lifetimes(template, clientId),
            AllowsSignUp = !options.IsExposed,
        };
    }

    private static bool IsPool(string issuer, string[] pools) =>
        issuer.StartsWith(CognitoAddress, StringComparison.Ordinal) &&
        pools.Contains(issuer[(issuer.LastIndexOf('/') + 1)..]);
}

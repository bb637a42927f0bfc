using Lambda.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Lambda.Generator.Parsing;

/// <summary>Reads the attributes that make a function an authorizer.</summary>
internal static class AuthorizerParser
{
    private const int LongestTtl = 3600;

    public static AuthorizerModel? Parse(IMethodSymbol method, string? resourceName, Action<Finding> report)
    {
        var http = method.Find(KnownNames.HttpApiAuthorizer);
        var rest = method.Find(KnownNames.RestApiAuthorizer);
        if ((http ?? rest) is not { } attribute)
            return null;
        if (http is not null && rest is not null)
        {
            report(Finding.Of(
                Diagnostics.CannotGenerate,
                Place.Of(method),
                method.Name,
                "it has both [HttpApiAuthorizer] and [RestApiAuthorizer], who are asked differently; write a function "
                + "for each"));
        }

        if (resourceName is "")
            report(Finding.Of(Diagnostics.NoAuthorizerName, Place.Of(attribute), method.Name));

        var ttl = attribute.Get("ResultTtlInSeconds", 0);
        if (ttl is < 0 or > LongestTtl)
            report(Finding.Of(Diagnostics.AuthorizerTtl, Place.Of(attribute), method.Name, $"{ttl}"));

        var isRest = http is null;
        var isV1 = isRest || attribute.Get("AuthorizerPayloadFormatVersion", 1) == 0;
        return new AuthorizerModel(
            resourceName ?? method.Name,
            isRest,
            isV1,
            IsSimple: !isV1 && attribute.Get("EnableSimpleResponses", true),
            IsToken: isRest && attribute.Get("Type", 0) == 0,
            attribute.Get("IdentityHeader", "Authorization"),
            ttl);
    }
}

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
        if ((http ?? method.Find(KnownNames.RestApiAuthorizer)) is not { } attribute)
            return null;

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

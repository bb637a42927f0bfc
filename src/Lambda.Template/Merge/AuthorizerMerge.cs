using System.Text.Json.Nodes;
using Lambda.Template.Manifest;

namespace Lambda.Template.Merge;

/// <summary>Brings an API's authorizers in step: functions that decide, and issuers of tokens.</summary>
/// <remarks>
/// Amazon's packages note nothing of the authorizers they wrote, so one is taken for code's when it calls a function of
/// code's (or none). Issuers are ours alone and are noted.
/// </remarks>
internal static class AuthorizerMerge
{
    private const string Authorizers = "Auth.Authorizers";
    private const string SyncedJwt = "SyncedJwtAuthorizers";

    /// <summary>What code may say of an authorizer, and takes back when it no longer does.</summary>
    private static readonly string[] Known =
    [
        "AuthorizerPayloadFormatVersion", "EnableSimpleResponses", "Identity.Headers", "Identity.Header",
        "EnableFunctionDefaultPermissions", "FunctionPayloadType", "AuthorizerResultTtlInSeconds",
    ];

    public static void Apply(
        JsonObject api, ManifestAuthorizer[] functions, IReadOnlyList<ManifestJwt> issuers, MergeContext context)
    {
        var (metadata, properties) = (api.Child("Metadata"), api.Child("Properties"));
        var wanted = functions.Select(found => found.Name).Concat(issuers.Select(found => found.Name)).ToHashSet();
        var noted = metadata[SyncedJwt].Texts().ToHashSet();
        var present = properties["Auth"]?["Authorizers"] as JsonObject ?? [];
        var gone = present.Where(found => noted.Contains(found.Key) || CallsCode(found.Value, context))
            .Select(found => found.Key)
            .Where(name => !wanted.Contains(name));
        foreach (var name in gone.ToArray())
            properties.Take($"{Authorizers}.{name}");

        foreach (var authorizer in functions)
            PutFunction(properties.Child("Auth").Child("Authorizers").Child(authorizer.Name), authorizer, context);
        foreach (var issuer in issuers)
            PutIssuer(properties.Child("Auth").Child("Authorizers").Child(issuer.Name), issuer, context);
        metadata.Note(SyncedJwt, issuers.Select(issuer => issuer.Name));
    }

    private static bool CallsCode(JsonNode? authorizer, MergeContext context) =>
        (authorizer as JsonObject)?["FunctionArn"] is JsonObject { Count: 1 } arn
        && arn["Fn::GetAtt"] is JsonArray { Count: > 0 } path
        && path[0] is { } id
        && (context.Resources[id.ToString()] is not { } function || Ownership.IsOurs(function));

    private static void PutFunction(JsonObject target, ManifestAuthorizer authorizer, MergeContext context)
    {
        target.Take("JwtConfiguration");
        target.Take("IdentitySource");
        foreach (var gone in Known.Except(authorizer.Properties.Select(property => property.Path)))
            target.Take(gone);

        target.Put("FunctionArn", new JsonObject { ["Fn::GetAtt"] = new JsonArray(authorizer.Function, "Arn") });
        foreach (var property in authorizer.Properties)
            target.Put(property.Path, context.Value(property.Value));
    }

    private static void PutIssuer(JsonObject target, ManifestJwt issuer, MergeContext context)
    {
        foreach (var gone in (string[])["FunctionArn", .. Known])
            target.Take(gone);

        target.Put("IdentitySource", $"$request.header.{issuer.Header}");
        target.Put("JwtConfiguration.issuer", context.Value(issuer.Issuer));
        target.Put("JwtConfiguration.audience", context.Value(issuer.Audience));
    }
}

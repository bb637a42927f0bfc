using System.Text.Json.Nodes;
using Lambda.Template.Manifest;

namespace Lambda.Template.Merge;

/// <summary>
/// Makes, brings in step and removes the APIs that exist because code declares something of them: authorizers, tokens,
/// CORS. Without any, SAM's implied API serves the functions.
/// </summary>
internal static class ApiMerge
{
    private const string HttpId = "AnnotationsHttpApi";
    private const string RestId = "AnnotationsRestApi";
    private const string HttpType = "AWS::Serverless::HttpApi";
    private const string RestType = "AWS::Serverless::Api";

    public static void Apply(MergeContext context)
    {
        var manifest = context.Manifest;
        var lookup = manifest.Authorizers.ToLookup(authorizer => authorizer.IsRest);
        var http = lookup[false].Any() || manifest.Jwt.Count > 0 || manifest.Cors is not null;

        if (Find(HttpId, HttpType, http, [], context) is { } httpApi)
        {
            AuthorizerMerge.Apply(httpApi, [.. lookup[false]], manifest.Jwt, context);
            CorsMerge.Apply(httpApi, manifest.Cors, context);
            RemoveIfEmpty(HttpId, http, context);
        }

        if (Find(RestId, RestType, lookup[true].Any(), new() { ["StageName"] = "Prod" }, context) is { } restApi)
        {
            AuthorizerMerge.Apply(restApi, [.. lookup[true]], [], context);
            RemoveIfEmpty(RestId, lookup[true].Any(), context);
        }
    }

    /// <summary>The event, on the API that code made if there is one.</summary>
    /// <param name="wanted">What the code says.</param>
    /// <param name="present">What the template says of it.</param>
    /// <param name="noted">What of that the code once said.</param>
    /// <param name="context">What else is known.</param>
    public static ManifestEvent Attach(ManifestEvent wanted, JsonNode? present, JsonNode? noted, MergeContext context)
    {
        var (id, member) = wanted.Type is "Api" ? (RestId, "RestApiId") : (HttpId, "ApiId");
        if (wanted.Type is not ("Api" or "HttpApi") || context.Resources[id] is null)
            return wanted;

        // Somebody put this route on an API of their own; unless it needs an authorizer of the other, that is that.
        var path = $"{member}.Ref";
        if (present?["Properties"]?[member] is not null
            && !noted.Texts().Contains(path)
            && wanted.Properties.All(property => property.Path != "Auth.Authorizer"))
            return wanted;

        return wanted with { Properties = [.. wanted.Properties, new ManifestProperty(path, id)] };
    }

    private static JsonObject? Find(string id, string type, bool isWanted, JsonObject fresh, MergeContext context)
    {
        if (context.Resources[id] is null && isWanted)
            context.Resources[id] = Ownership.New(type, fresh);
        if (context.Resources[id] is JsonObject found && Ownership.IsOurs(found, type))
            return found;

        return isWanted
            ? throw new MergeException(
                $"Resources.{id} was written by hand, and code declares authorizers or CORS that belong there: "
                + $"give it another name, or \"Metadata\": {{ \"Tool\": \"{Ownership.Tool}\" }}.")
            : null;
    }

    // What people added keeps the API alive, and with it the address that clients know.
    private static void RemoveIfEmpty(string id, bool isWanted, MergeContext context)
    {
        if (isWanted || context.Resources[id]?["Properties"] is JsonObject properties
            && properties.Any(property => (property.Key, property.Value?.ToString()) is not ("StageName", "Prod")))
            return;

        context.Resources.Remove(id);
    }
}

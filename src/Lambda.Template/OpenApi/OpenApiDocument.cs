using System.Text.Json.Nodes;

namespace Lambda.Template.OpenApi;

/// <summary>
/// The API as an OpenAPI 3.1 document: what code says of its routes, and what only the template knows of them, which is
/// who may call them and what the gateway answers by itself.
/// </summary>
public static class OpenApiDocument
{
    private const string Version = "3.1.1";

    /// <summary>The whole document, its members in the order of the specification.</summary>
    /// <param name="described">The manifest's member <c>openapi</c>: info, tags, paths and schemas.</param>
    /// <param name="template">The template as the build leaves it.</param>
    public static JsonObject Compose(JsonObject described, JsonObject template)
    {
        var routes = new RouteAccess(template);
        var paths = (JsonObject)described["paths"]!.DeepClone();
        var used = new SortedDictionary<string, JsonObject>(StringComparer.Ordinal);
        var answers = new GatewayAnswers();

        foreach (var (path, item) in paths)
        {
            foreach (var (method, node) in (JsonObject)item!)
            {
                var operation = (JsonObject)node!;
                var access = routes.Find(method, path);
                foreach (var (name, scheme) in access.Schemes)
                    used[name] = scheme;
                answers.AddTo(operation, access.IsOpen);
                operation["security"] = access.Requirements;
            }
        }

        return new JsonObject
        {
            ["openapi"] = Version,
            ["info"] = described["info"]!.DeepClone(),
            // Whoever serves the document serves the API.
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
            ["tags"] = described["tags"]!.DeepClone(),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["schemas"] = described["schemas"]!.DeepClone(),
                ["responses"] = answers.Components,
                ["securitySchemes"] = new JsonObject(used.Select(each =>
                    KeyValuePair.Create<string, JsonNode?>(each.Key, each.Value))),
            },
        };
    }
}

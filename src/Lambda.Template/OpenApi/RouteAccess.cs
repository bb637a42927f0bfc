using System.Text.Json.Nodes;

namespace Lambda.Template.OpenApi;

/// <summary>Finds out who may call a route: its own authorizer, its API's default one, or anybody.</summary>
/// <remarks>
/// Of each event of type <c>HttpApi</c> and <c>Api</c>: <c>Auth.Authorizer</c> (<c>NONE</c> for anybody) and
/// <c>Auth.AuthorizationScopes</c>; of its API, a resource or <c>Globals</c>: <c>Auth.DefaultAuthorizer</c> and
/// <c>Auth.Authorizers</c>.
/// </remarks>
internal sealed class RouteAccess(JsonObject template)
{
    private const string Nobody = "NONE";

    /// <summary>Anybody's, when the template has no such route.</summary>
    public Access Find(string method, string path)
    {
        foreach (var (_, resource) in Member(template, "Resources"))
        {
            foreach (var (_, found) in Member(Member(resource, "Properties"), "Events"))
            {
                var properties = Member(found, "Properties");
                var kind = Text(found, "Type");
                if (kind is "HttpApi" or "Api" && IsRoute(properties, method, path))
                    return Of([Member(properties, "Auth"), .. Auth(kind, properties)]);
            }
        }

        return Access.Open;
    }

    private static bool IsRoute(JsonObject properties, string method, string path) =>
        Text(properties, "Path")?.Replace("+}", "}", StringComparison.Ordinal) == path
        && Text(properties, "Method") is { } declared
        && (declared.Equals(method, StringComparison.OrdinalIgnoreCase)
            || declared.Equals("any", StringComparison.OrdinalIgnoreCase)
            || declared.Equals("x-amazon-apigateway-any-method", StringComparison.OrdinalIgnoreCase));

    // Of the API itself, then of all APIs of the kind.
    private JsonObject[] Auth(string kind, JsonObject properties)
    {
        var api = Text(Member(properties, kind == "Api" ? "RestApiId" : "ApiId"), "Ref") ?? "";
        return
        [
            Member(Member(Member(Member(template, "Resources"), api), "Properties"), "Auth"),
            Member(Member(Member(template, "Globals"), kind), "Auth"),
        ];
    }

    /// <param name="levels">The nearest first.</param>
    private static Access Of(JsonObject[] levels)
    {
        var name = levels.Select(level => Text(level, "Authorizer") ?? Text(level, "DefaultAuthorizer"))
            .FirstOrDefault(found => found is not null);
        if (name is null or Nobody)
            return Access.Open;

        var authorizer = levels.Select(level => Member(Member(level, "Authorizers"), name))
            .FirstOrDefault(found => found.Count > 0) ?? [];
        var scopes = levels[0]["AuthorizationScopes"] ?? authorizer["AuthorizationScopes"];
        string[] words =
            [.. (scopes as JsonArray ?? []).OfType<JsonValue>().Select(scope => scope.GetValue<string>())];
        return Access.By(name, SecurityScheme.Of(name, authorizer), words);
    }

    private static JsonObject Member(JsonNode? parent, string name) =>
        (parent as JsonObject)?[name] as JsonObject ?? [];

    private static string? Text(JsonNode? parent, string name) =>
        (parent as JsonObject)?[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}

/// <summary>Who may call a route.</summary>
/// <param name="Schemes">The security schemes it takes.</param>
/// <param name="Requirements">The operation's member <c>security</c>; empty for anybody.</param>
internal sealed record Access(IReadOnlyDictionary<string, JsonObject> Schemes, JsonArray Requirements)
{
    public static Access Open => new(new Dictionary<string, JsonObject>(), []);

    public bool IsOpen => Schemes.Count == 0;

    public static Access By(string name, JsonObject scheme, string[] scopes)
    {
        var needed = new JsonArray([.. scopes.Select(scope => (JsonNode)scope)]);
        return new Access(
            new Dictionary<string, JsonObject> { [name] = scheme },
            [new JsonObject { [name] = needed }]);
    }
}

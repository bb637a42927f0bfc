using System.Text.Json.Nodes;

namespace Lambda.Tests.HttpApi;

/// <summary>Templates for tests: one function per route, named by the route unless said otherwise.</summary>
internal static class SampleTemplate
{
    public const string Issuer = "https://issuer.example";
    public const string Audience = "the-client";
    public const string Scope = "things/use";

    /// <param name="routes">Such as <c>GET /things/{id}</c>, or <c>$default</c>.</param>
    public static string Public(params string[] routes) => Write(routes, null, null);

    public static string Guarded(params string[] routes) => Write(routes, Authorizer([Scope]), null);

    public static string Guarded(JsonNode auth, params string[] routes) => Write(routes, auth, null);

    public static string GuardedWithoutScopes(params string[] routes) => Write(routes, Authorizer([]), null);

    public static string WithCors(JsonNode cors, JsonNode? auth, params string[] routes) => Write(routes, auth, cors);

    public static JsonObject Authorizer(string[] scopes) => new()
    {
        ["DefaultAuthorizer"] = "Jwt",
        ["Authorizers"] = new JsonObject
        {
            ["Jwt"] = new JsonObject
            {
                ["AuthorizationScopes"] = new JsonArray([.. scopes.Select(scope => JsonValue.Create(scope))]),
                ["JwtConfiguration"] = new JsonObject
                {
                    ["issuer"] = Issuer,
                    ["audience"] = new JsonArray(Audience),
                },
            },
        },
    };

    private static string Write(string[] routes, JsonNode? auth, JsonNode? cors)
    {
        var resources = new JsonObject();
        foreach (var route in routes)
        {
            var parts = route.Split(' ');
            var properties = parts is [var method, var path]
                ? new JsonObject { ["Method"] = method, ["Path"] = path }
                : new JsonObject { ["Path"] = parts[0] };
            resources[route] = new JsonObject
            {
                ["Type"] = "AWS::Serverless::Function",
                ["Properties"] = new JsonObject
                {
                    ["Handler"] = "bootstrap",
                    ["Events"] = new JsonObject
                    {
                        ["Event"] = new JsonObject { ["Type"] = "HttpApi", ["Properties"] = properties },
                    },
                },
            };
        }

        var api = new JsonObject();
        if (auth is not null)
            api["Auth"] = auth;
        if (cors is not null)
            api["CorsConfiguration"] = cors;
        return new JsonObject { ["Globals"] = new JsonObject { ["HttpApi"] = api }, ["Resources"] = resources }
            .ToJsonString();
    }
}

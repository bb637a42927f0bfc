using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lambda.Template.Manifest;

/// <summary>Reads the JSON that the generator left in the assembly; members it does not know are for others.</summary>
internal static class ManifestParser
{
    public static FunctionManifest Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var runtime = root.GetProperty("runtime").GetString()!;
        return new FunctionManifest(runtime, [.. List(root, "functions").Select(Function)])
        {
            Authorizers = [.. List(root, "authorizers").Select(Authorizer)],
            Jwt = [.. List(root, "jwt").Select(Jwt)],
            Cors = Node<JsonObject>(root, "cors"),
            OpenApi = Node<JsonObject>(root, "openapi"),
        };
    }

    private static ManifestFunction Function(JsonElement function) => new(
        function.GetProperty("id").GetString()!,
        function.GetProperty("handler").GetString()!,
        [.. List(function, "events").Select(Event)])
    {
        Name = Text(function, "name"),
        IsImage = Text(function, "package") == "Image",
        Timeout = Number(function, "timeout"),
        Memory = Number(function, "memory"),
        Role = Text(function, "role"),
        Policies = Text(function, "policies"),
        Statements = Node<JsonArray>(function, "statements"),
        Environment = Node<JsonObject>(function, "environment"),
        FunctionUrl = Node<JsonObject>(function, "functionUrl"),
    };

    private static ManifestEvent Event(JsonElement found) => new(
        found.GetProperty("name").GetString()!, found.GetProperty("type").GetString()!, Properties(found));

    private static ManifestAuthorizer Authorizer(JsonElement found) => new(
        Text(found, "api") == "RestApi",
        found.GetProperty("name").GetString()!,
        found.GetProperty("function").GetString()!,
        Properties(found));

    private static ManifestJwt Jwt(JsonElement found) => new(
        found.GetProperty("name").GetString()!,
        Node<JsonNode>(found, "issuer")!,
        Node<JsonArray>(found, "audience") ?? [],
        Text(found, "header") ?? "Authorization");

    private static ManifestProperty[] Properties(JsonElement element) =>
    [
        .. List(element, "properties").Select(pair =>
            new ManifestProperty(pair[0].GetString()!, JsonNode.Parse(pair[1].GetRawText())!)),
    ];

    private static JsonElement[] List(JsonElement element, string name) =>
        element.TryGetProperty(name, out var list) ? [.. list.EnumerateArray()] : [];

    private static T? Node<T>(JsonElement element, string name)
        where T : JsonNode =>
        element.TryGetProperty(name, out var value) ? JsonNode.Parse(value.GetRawText()) as T : null;

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static int? Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetInt32() : null;
}

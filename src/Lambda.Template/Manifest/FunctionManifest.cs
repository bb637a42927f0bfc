using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lambda.Template.Manifest;

/// <summary>What compiled code says serverless.template must say of its functions.</summary>
/// <param name="Runtime">The runtime of every function that is not an image.</param>
/// <param name="Functions">In the order new ones are written.</param>
public sealed record FunctionManifest(string Runtime, IReadOnlyList<ManifestFunction> Functions)
{
    /// <summary>What code says of the API's routes, for <c>openapi.json</c>; null for code without routes.</summary>
    public JsonObject? OpenApi { get; init; }

    /// <summary>Reads what the generator wrote; see <c>ManifestEmitter</c> for the members.</summary>
    public static FunctionManifest Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        return new FunctionManifest(
            root.GetProperty("runtime").GetString()!,
            [.. root.GetProperty("functions").EnumerateArray().Select(Function)])
        {
            OpenApi = root.TryGetProperty("openapi", out var api) ? JsonObject.Create(api.Clone()) : null,
        };
    }

    private static ManifestFunction Function(JsonElement function) => new(
        function.GetProperty("id").GetString()!,
        function.GetProperty("handler").GetString()!,
        [.. function.GetProperty("events").EnumerateArray().Select(Event)])
    {
        Name = Text(function, "name"),
        IsImage = Text(function, "package") == "Image",
        Timeout = Number(function, "timeout"),
        Memory = Number(function, "memory"),
        Role = Text(function, "role"),
        Policies = Text(function, "policies"),
    };

    private static ManifestEvent Event(JsonElement found) => new(
        found.GetProperty("name").GetString()!,
        found.GetProperty("type").GetString()!,
        [.. found.GetProperty("properties").EnumerateArray().Select(pair =>
            new EventProperty(pair[0].GetString()!, JsonNode.Parse(pair[1].GetRawText())!))]);

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static int? Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetInt32() : null;
}

/// <summary>One function. What its attribute does not set is null.</summary>
/// <param name="Id">The logical id.</param>
/// <param name="Handler">The handler, as Lambda spells it.</param>
/// <param name="Events">What invokes it.</param>
public sealed record ManifestFunction(string Id, string Handler, IReadOnlyList<ManifestEvent> Events)
{
    /// <summary>What ANNOTATIONS_HANDLER is set to; null when the code is a library.</summary>
    public string? Name { get; init; }

    /// <summary>Whether it is deployed as a container image.</summary>
    public bool IsImage { get; init; }

    /// <summary>In seconds.</summary>
    public int? Timeout { get; init; }

    /// <summary>In MB.</summary>
    public int? Memory { get; init; }

    /// <summary>An ARN, or <c>@Name</c>.</summary>
    public string? Role { get; init; }

    /// <summary>Names or ARNs or <c>@Name</c>, separated by commas.</summary>
    public string? Policies { get; init; }
}

/// <summary>What invokes a function: a SAM event.</summary>
/// <param name="Name">Its key among the function's events.</param>
/// <param name="Type">Its SAM type.</param>
/// <param name="Properties">What code decides of it.</param>
public sealed record ManifestEvent(string Name, string Type, IReadOnlyList<EventProperty> Properties);

/// <summary>One value of an event.</summary>
/// <param name="Path">Where it stands, with dots between the names.</param>
/// <param name="Value">What stands there.</param>
public sealed record EventProperty(string Path, JsonNode Value);

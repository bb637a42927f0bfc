using System.Text.Json.Nodes;

namespace Lambda.Template.Manifest;

/// <summary>What compiled code says serverless.template must say of its functions and of their APIs.</summary>
/// <param name="Runtime">The runtime of every function that is not an image.</param>
/// <param name="Functions">In the order new ones are written.</param>
public sealed record FunctionManifest(string Runtime, IReadOnlyList<ManifestFunction> Functions)
{
    /// <summary>Functions that decide who may call.</summary>
    public IReadOnlyList<ManifestAuthorizer> Authorizers { get; init; } = [];

    /// <summary>Issuers of tokens that the HTTP API accepts.</summary>
    public IReadOnlyList<ManifestJwt> Jwt { get; init; } = [];

    /// <summary>Members of the HTTP API's <c>CorsConfiguration</c>; null when code says nothing of it.</summary>
    public JsonObject? Cors { get; init; }

    /// <summary>Whether the template's description is to say that a build takes part in it.</summary>
    public bool IsMarked { get; init; } = true;

    /// <summary>What code says of the API's routes, for <c>openapi.json</c>; null for code without routes.</summary>
    public JsonObject? OpenApi { get; init; }

    /// <summary>Reads what the generator wrote; see <c>ManifestEmitter</c> for the members.</summary>
    /// <exception cref="System.Text.Json.JsonException">It is not JSON.</exception>
    public static FunctionManifest Parse(string json) => ManifestParser.Parse(json);
}

/// <summary>A function that decides who may call an API.</summary>
/// <param name="IsRest">Whether it is the REST API's; otherwise it is the HTTP API's.</param>
/// <param name="Name">What events call it.</param>
/// <param name="Function">The function's logical id.</param>
/// <param name="Properties">What code decides of it, without the function's ARN.</param>
public sealed record ManifestAuthorizer(
    bool IsRest, string Name, string Function, IReadOnlyList<ManifestProperty> Properties);

/// <summary>An issuer of tokens that the HTTP API accepts.</summary>
/// <param name="Name">What events call it.</param>
/// <param name="Issuer">Its URL, or an intrinsic function that makes it.</param>
/// <param name="Audience">For whom its tokens must be; texts or intrinsic functions.</param>
/// <param name="Header">The request's header that carries the token.</param>
public sealed record ManifestJwt(string Name, JsonNode Issuer, JsonArray Audience, string Header = "Authorization");

/// <summary>One value that code decides.</summary>
/// <param name="Path">Where it stands, with dots between the names.</param>
/// <param name="Value">What stands there.</param>
public sealed record ManifestProperty(string Path, JsonNode Value);

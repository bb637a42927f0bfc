using System.Text.Json.Nodes;

namespace Lambda.Template.OpenApi;

/// <summary>An authorizer of the template as an OpenAPI security scheme.</summary>
internal static class SecurityScheme
{
    private const string InHeader = "$request.header.";
    private const string InQuery = "$request.querystring.";

    public static JsonObject Of(string name, JsonObject authorizer)
    {
        if (name == "AWS_IAM")
            return Key("header", "Authorization", "Signature version 4 of AWS.");

        var isJwt = authorizer["JwtConfiguration"] is not null;
        var source = Source(authorizer);
        if (source.StartsWith(InQuery, StringComparison.Ordinal))
            return Key("query", source[InQuery.Length..], Words(isJwt));

        var header = source.StartsWith(InHeader, StringComparison.Ordinal) ? source[InHeader.Length..] : source;
        if (!isJwt || !header.Equals("authorization", StringComparison.OrdinalIgnoreCase))
            return Key("header", header, Words(isJwt));

        return new JsonObject
        {
            ["type"] = "http",
            ["scheme"] = "bearer",
            ["bearerFormat"] = "JWT",
            ["description"] = Words(isJwt),
        };
    }

    private static JsonObject Key(string place, string name, string words) => new()
    {
        ["type"] = "apiKey",
        ["in"] = place,
        ["name"] = name,
        ["description"] = words,
    };

    private static string Words(bool isJwt) => isJwt
        ? "An access token, whose issuer, audience and scopes the gateway checks."
        : "What the API's own authorizer looks at.";

    // An HTTP API has IdentitySource with JWT authorizers and Identity.Headers with others, a REST API Identity.Header.
    private static string Source(JsonObject authorizer)
    {
        var identity = authorizer["Identity"] as JsonObject;
        var node = authorizer["IdentitySource"]
            ?? identity?["Header"]
            ?? (identity?["Headers"] as JsonArray)?.FirstOrDefault();
        return node is JsonValue value && value.TryGetValue(out string? text) ? text : $"{InHeader}Authorization";
    }
}

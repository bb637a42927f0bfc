using System.Text.Json.Nodes;

namespace Lambda.Tests.HttpApi;

/// <summary>Templates with a function that guards the others.</summary>
internal static class GuardTemplate
{
    public const string Guard = "Guard";

    /// <param name="version">Of the authorizer's payload, <c>1.0</c> or <c>2.0</c>.</param>
    public static string HttpApi(string version, bool isSimple, int timeToLive = 0, string payload = "2.0") => Write(
        "HttpApi",
        new JsonObject
        {
            ["FunctionArn"] = new JsonObject { ["Fn::GetAtt"] = new JsonArray(Guard, "Arn") },
            ["AuthorizerPayloadFormatVersion"] = version,
            ["EnableSimpleResponses"] = isSimple,
            ["AuthorizerResultTtlInSeconds"] = timeToLive,
            ["Identity"] = new JsonObject
            {
                ["Headers"] = new JsonArray("Authorization"),
                ["QueryStrings"] = new JsonArray("tenant"),
            },
        },
        payload);

    public static string Rest(string kind, int? timeToLive = null, string? pattern = null)
    {
        var identity = kind is "TOKEN"
            ? new JsonObject { ["Header"] = "Authorization" }
            : new JsonObject { ["Headers"] = new JsonArray("Authorization") };
        if (pattern is not null)
            identity["ValidationExpression"] = pattern;
        if (timeToLive is not null)
            identity["ReauthorizeEvery"] = timeToLive;

        return Write(
            "Api",
            new JsonObject
            {
                ["FunctionArn"] = new JsonObject { ["Fn::GetAtt"] = new JsonArray(Guard, "Arn") },
                ["FunctionPayloadType"] = kind,
                ["Identity"] = identity,
            },
            payload: null);
    }

    /// <summary>A policy about whatever a pattern of ARNs names.</summary>
    public static string Policy(string effect, string resource, string context = "{}") =>
        $$$"""
        {"principalId":"ada","context":{{{context}}},"policyDocument":{"Version":"2012-10-17","Statement":
        [{"Action":"execute-api:Invoke","Effect":"{{{effect}}}","Resource":"{{{resource}}}"}]}}
        """;

    /// <summary>Functions behind events of a REST API, without anybody who guards them.</summary>
    public static string OpenRest(JsonNode? settings, params string[] routes) => new JsonObject
    {
        ["Globals"] = new JsonObject { ["Api"] = settings ?? new JsonObject() },
        ["Resources"] = new JsonObject(routes.Select(route => KeyValuePair.Create(
            route, (JsonNode?)Function("Api", route, payload: null)))),
    }.ToJsonString();

    /// <summary>A function of an HTTP API that wants payload format 1.0.</summary>
    public static string FirstPayload(params string[] routes) => new JsonObject
    {
        ["Resources"] = new JsonObject(routes.Select(route => KeyValuePair.Create(
            route, (JsonNode?)Function("HttpApi", route, "1.0")))),
    }.ToJsonString();

    private static string Write(string type, JsonObject authorizer, string? payload) => new JsonObject
    {
        ["Globals"] = new JsonObject
        {
            [type] = new JsonObject
            {
                ["Auth"] = new JsonObject
                {
                    ["DefaultAuthorizer"] = "Door",
                    ["Authorizers"] = new JsonObject { ["Door"] = authorizer },
                },
            },
        },
        ["Resources"] = new JsonObject
        {
            [Guard] = new JsonObject
            {
                ["Type"] = "AWS::Serverless::Function",
                ["Properties"] = new JsonObject { ["Handler"] = "bootstrap" },
            },
            ["Things"] = Function(type, "GET /things/{id}", payload),
            ["Others"] = Function(type, "GET /others", payload),
        },
    }.ToJsonString();

    private static JsonObject Function(string type, string route, string? payload)
    {
        var parts = route.Split(' ');
        var properties = new JsonObject { ["Method"] = parts[0], ["Path"] = parts[1] };
        if (payload is not null)
            properties["PayloadFormatVersion"] = payload;

        return new JsonObject
        {
            ["Type"] = "AWS::Serverless::Function",
            ["Properties"] = new JsonObject
            {
                ["Handler"] = "bootstrap",
                ["Events"] = new JsonObject
                {
                    ["Event"] = new JsonObject { ["Type"] = type, ["Properties"] = properties },
                },
            },
        };
    }
}

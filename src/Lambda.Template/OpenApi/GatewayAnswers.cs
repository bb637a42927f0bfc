using System.Text.Json.Nodes;

namespace Lambda.Template.OpenApi;

/// <summary>What API Gateway answers without asking a function: a status and <c>{"message": …}</c>.</summary>
internal sealed class GatewayAnswers
{
    private const string Json = "application/json";

    private static readonly (string Code, string Name, string Words, bool ForTokens, bool ForBodies)[] All =
    [
        ("401", "Unauthorized", "The gateway found no token, or one that is not good.", true, false),
        ("403", "Forbidden", "The gateway found a token without the scope that the route asks for.", true, false),
        ("413", "TooLarge", "The gateway found the request too large.", false, true),
        ("429", "TooMany", "The gateway found too many requests at once; try again in a moment.", false, false),
        ("500", "Failed", "The function failed; its log says why.", false, false),
        ("503", "Unavailable", "The function was busy or took too long; try again in a moment.", false, false),
    ];

    private readonly SortedSet<string> _used = new(StringComparer.Ordinal);

    /// <summary>The components that operations refer to.</summary>
    public JsonObject Components => new(All.Where(answer => _used.Contains(answer.Name)).Select(answer =>
        KeyValuePair.Create<string, JsonNode?>(answer.Name, new JsonObject
        {
            ["description"] = answer.Words,
            ["content"] = new JsonObject { [Json] = Message() },
        })));

    /// <summary>Adds what the gateway may answer; where the function has the same status, both are told.</summary>
    public void AddTo(JsonObject operation, bool isOpen)
    {
        var responses = (JsonObject)operation["responses"]!;
        foreach (var (code, name, words, forTokens, forBodies) in All)
        {
            if ((forTokens && isOpen) || (forBodies && operation["requestBody"] is null))
                continue;

            if (responses[code] is JsonObject own)
            {
                Share(own, words);
                continue;
            }

            _used.Add(name);
            responses[code] = new JsonObject { ["$ref"] = $"#/components/responses/{name}" };
        }

        var sorted = responses.OrderBy(answer => answer.Key, StringComparer.Ordinal).ToArray();
        responses.Clear();
        foreach (var (code, answer) in sorted)
            responses.Add(code, answer);
    }

    private static void Share(JsonObject own, string words)
    {
        if (own["content"] is not JsonObject content)
            own["content"] = content = [];
        if (!content.ContainsKey(Json))
            content[Json] = Message();
        own["description"] = $"{own["description"]} Or: {words}";
    }

    private static JsonObject Message() => new()
    {
        ["schema"] = new JsonObject
        {
            ["type"] = "object",
            ["required"] = new JsonArray("message"),
            ["properties"] = new JsonObject { ["message"] = new JsonObject { ["type"] = "string" } },
        },
    };
}

using System.Text.Json.Nodes;

namespace Photos.Tests.Model;

/// <summary>An answer without what no model can know: links, when they die, and words for people.</summary>
internal static class Shown
{
    public static JsonObject? Of(Answer answer)
    {
        if (answer.Text is "")
            return null;

        var body = JsonNode.Parse(answer.Text)!.AsObject();
        if (answer.Headers.GetValueOrDefault("content-type") == "application/problem+json")
            return new JsonObject { ["code"] = body["code"]!.DeepClone() };

        Clean(body);
        return body;
    }

    private static void Clean(JsonObject shown)
    {
        if (shown["links"] is JsonObject links)
        {
            links.Remove("expiresAt");
            shown["links"] = new JsonArray([.. links.Select(link => JsonValue.Create(link.Key))]);
        }

        shown.Remove("put");
        shown.Remove("expiresAt");
        shown.Remove("detail");
        foreach (var inner in shown.SelectMany(member => member.Value as IEnumerable<JsonNode?> ?? [member.Value]))
        {
            if (inner is JsonObject part)
                Clean(part);
        }
    }
}

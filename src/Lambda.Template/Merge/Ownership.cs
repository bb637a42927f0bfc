using System.Text.Json.Nodes;

namespace Lambda.Template.Merge;

/// <summary>Which resources are the build's to write; all others belong to whoever wrote them.</summary>
internal static class Ownership
{
    public const string Tool = "Amazon.Lambda.Annotations";
    public const string FunctionType = "AWS::Serverless::Function";

    public static bool IsOurs(JsonNode? resource, string type = FunctionType) =>
        resource is JsonObject found
        && found["Type"]?.ToString() == type
        && found["Metadata"] is JsonObject metadata
        && metadata["Tool"]?.ToString() == Tool;

    /// <summary>A resource with the mark by which the next build knows it.</summary>
    public static JsonObject New(string type, JsonObject properties) => new()
    {
        ["Type"] = type,
        ["Metadata"] = new JsonObject { ["Tool"] = Tool },
        ["Properties"] = properties,
    };
}

using System.Text.Json.Nodes;

namespace Lambda.Template.Merge;

/// <summary>Which resources are the build's to write; all others belong to whoever wrote them.</summary>
internal static class Ownership
{
    public const string Tool = "Amazon.Lambda.Annotations";

    public static bool IsOurs(JsonNode? resource) =>
        resource is JsonObject { } found
        && found["Type"]?.ToString() == TemplateMerge.FunctionType
        && found["Metadata"] is JsonObject metadata
        && metadata["Tool"]?.ToString() == Tool;
}

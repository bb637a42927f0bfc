using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Lambda.Tests.Template;

/// <summary>A template in JSON, written as a person would write it in YAML: short forms, few quotes.</summary>
internal static partial class YamlTwin
{
    public static string Of(string json) => Block(JsonNode.Parse(json), 0).TrimStart('\n') + "\n";

    private static string Block(JsonNode? node, int indent)
    {
        var line = "\n" + new string(' ', indent);
        return node switch
        {
            JsonObject { Count: 1 } call when Short(call) is { } text => " " + text,
            JsonObject { Count: > 0 } members => string.Concat(members.Select(member => $"{line}{member.Key}:{Block(member.Value, indent + 2)}")),
            JsonArray { Count: > 0 } items => string.Concat(items.Select(item => $"{line}- {Block(item, indent + 2).TrimStart()}")),
            JsonObject => " {}",
            JsonArray => " []",
            _ => " " + Scalar(node),
        };
    }

    private static string? Short(JsonObject call)
    {
        var (name, argument) = call.First();
        var tag = name.StartsWith("Fn::", StringComparison.Ordinal) ? $"!{name[4..]}" : name is "Ref" ? "!Ref" : null;
        return (tag, argument) switch
        {
            (null, _) => null,
            ("!GetAtt", JsonArray path) => $"!GetAtt {string.Join('.', path.Select(part => part!.ToString()))}",
            (_, JsonArray items) => $"{tag} [{string.Join(", ", items.Select(Inline))}]",
            (_, JsonValue) => $"{tag} {Scalar(argument)}",
            _ => null,
        };
    }

    private static string Inline(JsonNode? node) => node is JsonObject { Count: 1 } call && Short(call) is { } text ? text : Scalar(node);

    private static string Scalar(JsonNode? node)
    {
        if (node?.GetValueKind() is not JsonValueKind.String)
            return node?.ToJsonString() ?? "null";

        var text = node.ToString();
        return Simple().IsMatch(text) && text is not ("true" or "false") ? text : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
    }

    [GeneratedRegex(@"^[A-Za-z/][A-Za-z0-9:/._-]*[A-Za-z0-9]$")]
    private static partial Regex Simple();
}

using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Lambda.Template.Text;

/// <summary>What YAML's scalars and tags are in JSON, as CloudFormation reads them.</summary>
internal static partial class YamlScalars
{
    /// <summary>A scalar without quotes: true, false, nothing, a number; otherwise text.</summary>
    public static JsonNode? Plain(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => null,
        "true" or "True" or "TRUE" or "yes" or "Yes" or "YES" or "on" or "On" or "ON" => JsonValue.Create(true),
        "false" or "False" or "FALSE" or "no" or "No" or "NO" or "off" or "Off" or "OFF" => JsonValue.Create(false),
        _ when JsonNumber().IsMatch(text) => JsonNode.Parse(text),
        _ => JsonValue.Create(text),
    };

    /// <summary><c>!Ref X</c> and its like, spelt out.</summary>
    /// <param name="tag">Beginning with one exclamation mark.</param>
    /// <param name="value">What it is applied to.</param>
    /// <remarks>
    /// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html
    /// </remarks>
    public static JsonNode Function(string tag, JsonNode? value) => tag switch
    {
        "!Ref" or "!Condition" => new JsonObject { [tag[1..]] = value },
        "!GetAtt" => new JsonObject { [GetAtt] = Attribute(value) },
        _ => new JsonObject { [$"Fn::{tag[1..]}"] = value },
    };

    /// <summary>The only long form that YAML may abbreviate: <c>Fn::GetAtt: Resource.Attribute</c>.</summary>
    public static JsonNode? Attribute(JsonNode? value)
    {
        if (value is not JsonValue || value.ToString() is not { } path || path.IndexOf('.') is not (> 0 and var dot))
            return value;

        return new JsonArray(path[..dot], path[(dot + 1)..]);
    }

    public const string GetAtt = "Fn::GetAtt";

    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?$", RegexOptions.NonBacktracking)]
    private static partial Regex JsonNumber();
}

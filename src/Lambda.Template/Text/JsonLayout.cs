using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lambda.Template.Text;

/// <summary>How new JSON looks: two spaces for each level, text as it is.</summary>
internal static class JsonLayout
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A value whose first line continues a line that is indented by <paramref name="indent"/>.</summary>
    public static string Write(JsonNode? value, string indent, string newLine) =>
        (value?.ToJsonString(Options) ?? "null").Replace("\n", newLine + indent, StringComparison.Ordinal);

    /// <summary>A member on a line of its own.</summary>
    public static string Member(string name, JsonNode? value, string indent, string newLine) =>
        $"{newLine}{indent}{Write(JsonValue.Create(name), "", newLine)}: {Write(value, indent, newLine)}";
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lambda.Template.Text;

/// <summary>JSON: indented as the rest of its file is, text as it is.</summary>
internal sealed class JsonNotation : Notation
{
    private const int DefaultIndent = 2;

    private readonly JsonSerializerOptions _onLines;

    private readonly JsonSerializerOptions _onOneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public JsonNotation(string text)
    {
        // The first line that is indented at all is indented by one level.
        var indent = text.Split('\n')
            .Select(line => line[..(line.Length - line.TrimStart(' ', '\t').Length)])
            .FirstOrDefault(white => white.Length > 0, "");
        var isTab = indent.StartsWith('\t');
        _onLines = new()
        {
            WriteIndented = true,
            NewLine = "\n",
            IndentCharacter = isTab ? '\t' : ' ',
            IndentSize = isTab ? 1 : indent.Length is > 0 and <= 8 ? indent.Length : DefaultIndent,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
    }

    public override string OnOneLine(JsonNode? value) => value?.ToJsonString(_onOneLine) ?? "null";

    public override string OnLines(JsonNode? value, string indent, string newLine) =>
        (value?.ToJsonString(_onLines) ?? "null").Replace("\n", newLine + indent, StringComparison.Ordinal);

    public override int SkipComment(string text, int at)
    {
        var rest = text.AsSpan(at);
        var length = rest.StartsWith("//") ? rest.IndexOf('\n')
            : rest.StartsWith("/*") ? rest.IndexOf("*/") + 2
            : 0;
        return length < 0 ? text.Length : at + length;
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Lambda.Template.Text;

/// <summary>YAML: plain where that is not misread, and indented by two spaces or as the file is.</summary>
internal sealed partial class YamlNotation : Notation
{
    private static readonly JsonSerializerOptions Quoted = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string _step;

    public YamlNotation(string text)
    {
        var indent = FirstIndent().Match(text).Groups[1].Length;
        _step = new string(' ', indent > 0 ? indent : 2);
    }

    public override string OnOneLine(JsonNode? value) => value switch
    {
        JsonObject members => $"{{{string.Join(", ", members.Select(member => Name(member.Key) + OnOneLine(member.Value)))}}}",
        JsonArray items => $"[{string.Join(", ", items.Select(OnOneLine))}]",
        _ => Scalar(value, isInFlow: true),
    };

    public override string OnLines(JsonNode? value, string indent, string newLine) => OnOneLine(value);

    public override int SkipComment(string text, int at)
    {
        if (text[at] != '#')
            return at;

        var end = text.IndexOf('\n', at);
        return end < 0 ? text.Length : end;
    }

    /// <summary>An element of a block: its name or dash, and its value on the same line or below.</summary>
    public string Element(string? name, JsonNode? value, string indent, string newLine)
    {
        if (name is null)
            return $"- {Value(value, indent + "  ", newLine).TrimStart('\r', '\n', ' ')}";

        return $"{Scalar(JsonValue.Create(name))}:{Value(value, indent + _step, newLine)}";
    }

    /// <summary>What follows a colon: a space and a scalar, or lines indented by <paramref name="indent"/>.</summary>
    public string Value(JsonNode? value, string indent, string newLine)
    {
        IEnumerable<string>? elements = value switch
        {
            JsonObject { Count: > 0 } members => members.Select(member => Element(member.Key, member.Value, indent, newLine)),
            JsonArray { Count: > 0 } items => items.Select(item => Element(null, item, indent, newLine)),
            _ => null,
        };

        return elements is null
            ? $" {(value is JsonObject or JsonArray ? OnOneLine(value) : Scalar(value))}"
            : string.Concat(elements.Select(element => newLine + indent + element));
    }

    /// <summary>A scalar, quoted as <paramref name="like"/> is, or where it would be misread without.</summary>
    public static string Scalar(JsonNode? value, bool isInFlow = false, char like = ' ')
    {
        if (value is null)
            return "null";
        if (value.GetValueKind() != JsonValueKind.String)
            return value.ToJsonString();

        var text = value.ToString();
        if (like == '"' || text.Any(character => char.IsControl(character) || character is '\u2028' or '\u2029' or '\uFEFF'))
            return value.ToJsonString(Quoted);

        return like != '\'' && IsPlain(text, isInFlow) ? text : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
    }

    private static bool IsPlain(string text, bool isInFlow) =>
        text.Length > 0
        && !char.IsWhiteSpace(text[0])
        && !char.IsWhiteSpace(text[^1])
        && !"-?:,[]{}#&*!|>'\"%@`".Contains(text[0], StringComparison.Ordinal)
        && !text.Contains(": ", StringComparison.Ordinal)
        && !text.Contains(" #", StringComparison.Ordinal)
        && !text.EndsWith(':')
        && !(isInFlow && text.AsSpan().ContainsAny(",[]{}"))
        && !Misread().IsMatch(text);

    // What some reader of YAML takes for a number, a time, a truth value, nothing or a merge.
    [GeneratedRegex(
        @"^([-+.]?[0-9][0-9a-fxo_.:e+T Z-]*|[-+]?\.(inf|nan)|y|n|yes|no|on|off|true|false|null|~|=|<<)$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Misread();

    [GeneratedRegex(@"^[^\s#-][^\n]*:[ \t]*(?:#[^\n]*)?\r?\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*( +)[^\s#-]", RegexOptions.Multiline)]
    private static partial Regex FirstIndent();
}

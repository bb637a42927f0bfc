using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lambda.Template.Text;

/// <summary>A template's text: JSON when it begins with a brace, comments aside; otherwise YAML.</summary>
internal sealed class TemplateText
{
    private static readonly JsonDocumentOptions Lenient = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    private readonly string _text;
    private readonly SourceNode _source;

    private TemplateText(string text, bool isYaml, JsonNode? root, SourceNode source)
    {
        Root = root as JsonObject ?? throw new SourceException("it is no object in JSON or YAML.");
        (_text, IsYaml, _source) = (text, isYaml, source);
    }

    /// <summary>What it says; functions in their long forms.</summary>
    public JsonObject Root { get; }

    public bool IsYaml { get; }

    /// <exception cref="SourceException">It is neither JSON nor YAML, or no object.</exception>
    public static TemplateText Parse(string text)
    {
        if (!IsJson(text))
        {
            var (yaml, place) = YamlSource.Read(text) ?? throw new SourceException("it says nothing.");
            return new TemplateText(text, isYaml: true, yaml, place);
        }

        try
        {
            var source = JsonSource.Read(text);
            return new TemplateText(text, isYaml: false, JsonNode.Parse(text, documentOptions: Lenient), source);
        }
        catch (JsonException error)
        {
            // Its own place counts lines from 0 and bytes, which no editor does.
            var what = error.Message.Split(" LineNumber:")[0];
            throw new SourceException($"line {error.LineNumber + 1}: it is not JSON: {what}", error);
        }
    }

    /// <summary>A text for a template that has none yet.</summary>
    public static string New(JsonObject root, bool isYaml) => isYaml
        ? new YamlNotation("").Value(root, "", "\n").TrimStart('\n') + "\n"
        : new JsonNotation("").OnLines(root, "", "\n");

    /// <summary>The text that says something else, changed where it must be.</summary>
    /// <exception cref="SourceException">It is written in a way that this cannot change.</exception>
    public string With(JsonObject root)
    {
        var edits = new Edits(_text);
        if (IsYaml)
        {
            var notation = new YamlNotation(_text);
            var blocks = new BlockEditor(edits, notation);
            new TemplateEditor(edits, notation, blocks).Change(_source, null, false, Root, root);
        }
        else
        {
            new TemplateEditor(edits, new JsonNotation(_text), null).Change(_source, null, true, Root, root);
        }

        var text = edits.Result();
        return text == _text || Says(text, root)
            ? text
            : throw new SourceException(
                "what must change is written in a way that cannot be changed without changing more (an anchor that is "
                + "used elsewhere, a merge with <<): write out what the build is to change.");
    }

    // The proof that the edits did what they should, before anything is written.
    private static bool Says(string text, JsonObject root)
    {
        try
        {
            return IsSame(Parse(text).Root, root);
        }
        catch (SourceException)
        {
            return false;
        }
    }

    // CloudFormation makes text of numbers and truth values where it wants text.
    private static bool IsSame(JsonNode? one, JsonNode? other) => (one, other) switch
    {
        (JsonObject a, JsonObject b) => a.Count == b.Count
            && a.All(member => b.TryGetPropertyValue(member.Key, out var value) && IsSame(member.Value, value)),
        (JsonArray a, JsonArray b) => a.Count == b.Count && a.Zip(b).All(pair => IsSame(pair.First, pair.Second)),
        (JsonValue a, JsonValue b) => JsonNode.DeepEquals(a, b) || Print(a) == Print(b),
        _ => one is null && other is null,
    };

    private static string Print(JsonValue value) => value.ToString();

    private static bool IsJson(string text)
    {
        var at = new JsonNotation(text).SkipToToken(text, 0);
        return at < text.Length && text[at] == '{';
    }
}

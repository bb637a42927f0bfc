using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Lambda.Template.Text;

/// <summary>Reads YAML as what it says in JSON, and finds where everything stands.</summary>
/// <remarks>
/// Short forms of intrinsic functions read as their long forms, an alias as what it stands for, and what is merged with
/// <c>&lt;&lt;</c> as if it were written there.
/// </remarks>
internal sealed class YamlSource
{
    private const string Merge = "<<";

    private readonly Dictionary<AnchorName, JsonNode?> _anchors = [];
    private readonly Parser _parser;
    private readonly string _text;

    private YamlSource(string text) =>
        (_text, _parser) = (text, new Parser(new Scanner(new StringReader(text), skipComments: true)));

    /// <returns>Null for a text that says nothing.</returns>
    /// <exception cref="SourceException">It is no YAML, or several documents, or has a key twice.</exception>
    public static (JsonNode? Root, SourceNode Source)? Read(string text)
    {
        var source = new YamlSource(text);
        try
        {
            return source.Document();
        }
        catch (YamlException error)
        {
            throw new SourceException($"line {error.Start.Line}: {error.Message}", error);
        }
    }

    private (JsonNode? Root, SourceNode Source)? Document()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
            return null;

        var root = Node();
        _parser.Consume<DocumentEnd>();
        return _parser.Accept<StreamEnd>(out _)
            ? root
            : throw new SourceException("it holds several YAML documents; a template is one.");
    }

    private (JsonNode? Value, SourceNode Source) Node()
    {
        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            return _anchors.TryGetValue(alias.Value, out var meant)
                ? (meant?.DeepClone(), new SourceNode(Start(alias), (int)alias.End.Index))
                : throw new SourceException($"line {alias.Start.Line}: *{alias.Value} has no anchor before it.");
        }

        _parser.Accept<NodeEvent>(out var head);
        var (value, source) = head switch
        {
            MappingStart mapping => Mapping(mapping),
            SequenceStart sequence => Sequence(sequence),
            _ => Scalar(),
        };

        var tag = head!.Tag.IsEmpty ? "" : head.Tag.Value;
        if (tag.Length > 1 && tag[0] == '!')
            (value, source) = (YamlScalars.Function(tag, value), new SourceNode(source.Start, source.End));
        if (!head.Anchor.IsEmpty)
            _anchors[head.Anchor] = value;
        return (value, source);
    }

    private (JsonNode? Value, SourceNode Source) Scalar()
    {
        var scalar = _parser.Consume<Scalar>();
        var (start, end) = (Start(scalar), (int)scalar.End.Index);
        while (end > start && char.IsWhiteSpace(_text[end - 1]))
            end--;

        // Quotes, or !!str, make text of anything.
        var isText = scalar.Style != ScalarStyle.Plain || scalar.Tag == "tag:yaml.org,2002:str";
        var value = isText ? JsonValue.Create(scalar.Value) : YamlScalars.Plain(scalar.Value);
        return (value, new SourceNode(start, end));
    }

    private (JsonNode? Value, SourceNode Source) Mapping(MappingStart mapping)
    {
        _parser.MoveNext();
        var (members, elements, merged) = (new JsonObject(), new List<SourceElement>(), new List<JsonNode?>());
        var start = Start(mapping);
        MappingEnd end;
        while (!_parser.TryConsume(out end!))
        {
            if (!_parser.TryConsume<Scalar>(out var key))
                throw new SourceException($"line {_parser.Current!.Start.Line}: a key should be text.");

            var lead = _text.IndexOf(':', (int)key.End.Index) + 1;
            var (value, source) = Node();
            if (key.Value == Merge && key.Style == ScalarStyle.Plain)
                merged.Add(value);
            else if (members.TryAdd(key.Value, value))
                elements.Add(new SourceElement(key.Value, Start(key), lead, source));
            else
                throw new SourceException($"line {key.Start.Line}: {key.Value} stands twice in one object.");
        }

        foreach (var inherited in merged.SelectMany(value => value is JsonArray list ? list : [value]).OfType<JsonObject>())
        {
            foreach (var (name, value) in inherited)
                members.TryAdd(name, value?.DeepClone());
        }

        if (members.Count == 1 && members[YamlScalars.GetAtt] is JsonValue path)
            members[YamlScalars.GetAtt] = YamlScalars.Attribute(path.DeepClone());
        return (members, Collection(start, end.End, elements, mapping.Style == MappingStyle.Flow));
    }

    private (JsonNode? Value, SourceNode Source) Sequence(SequenceStart sequence)
    {
        _parser.MoveNext();
        var (items, elements) = (new JsonArray(), new List<SourceElement>());
        var isFlow = sequence.Style == SequenceStyle.Flow;
        SequenceEnd end;
        while (!_parser.TryConsume(out end!))
        {
            var (value, source) = Node();
            items.Add(value);
            var dash = isFlow ? source.Start : Dash(source.Start);
            elements.Add(new SourceElement(null, dash, isFlow ? source.Start : dash + 1, source));
        }

        return (items, Collection(Start(sequence), end.End, elements, isFlow));
    }

    // Just before the item; or, with a comment in between, at the beginning of a line above.
    private int Dash(int item)
    {
        var before = _text.AsSpan(0, item).TrimEnd();
        while (!before.EndsWith('-') && before.LastIndexOf('\n') is > 0 and var line)
        {
            var start = before[(line + 1)..].TrimStart();
            if (start.StartsWith('-'))
                return before.Length - start.Length;
            before = before[..line];
        }

        return before.Length - 1;
    }

    // A block ends with its last element; the parser only notices where the next thing begins.
    private static SourceNode Collection(int start, Mark end, List<SourceElement> elements, bool isFlow) => isFlow
        ? new SourceNode(SourceKind.Flow, start, (int)end.Index + 1, elements)
        : new SourceNode(SourceKind.Block, start, elements.Count > 0 ? elements[^1].End : start, elements);

    private static int Start(ParsingEvent found) => (int)found.Start.Index;
}

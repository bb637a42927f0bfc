using System.Text;
using System.Text.Json;

namespace Lambda.Template.Text;

/// <summary>Finds where everything stands in a JSON text. Comments and a comma too many are put up with.</summary>
internal ref struct JsonSource
{
    private readonly int[] _characters;
    private readonly string _text;
    private Utf8JsonReader _reader;

    private JsonSource(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        _text = text;
        _characters = Characters(text, bytes.Length);
        _reader = new Utf8JsonReader(bytes, new JsonReaderOptions
        {
            CommentHandling = JsonCommentHandling.Skip,
            AllowTrailingCommas = true,
        });
    }

    /// <exception cref="SourceException">An object has two members of one name.</exception>
    public static SourceNode Read(string text)
    {
        var source = new JsonSource(text);
        source._reader.Read();
        return source.Value();
    }

    private SourceNode Value()
    {
        var start = Here;
        switch (_reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var members = Members();
                return new SourceNode(SourceKind.Flow, start, Behind, members);

            case JsonTokenType.StartArray:
                var items = new List<SourceElement>();
                while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
                    items.Add(new SourceElement(null, Here, Here, Value()));
                return new SourceNode(SourceKind.Flow, start, Behind, items);

            default:
                return new SourceNode(start, Behind);
        }
    }

    private List<SourceElement> Members()
    {
        var (members, names) = (new List<SourceElement>(), new HashSet<string>());
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            var (name, start) = (_reader.GetString()!, Here);
            if (!names.Add(name))
                throw new SourceException($"line {Line(start)}: \"{name}\" stands twice in one object.");

            _reader.Read();
            members.Add(new SourceElement(name, start, Here, Value()));
        }

        return members;
    }

    private readonly int Here => _characters[_reader.TokenStartIndex];

    private readonly int Behind => _characters[_reader.BytesConsumed];

    private readonly int Line(int at) => _text.AsSpan(0, at).Count('\n') + 1;

    // The reader counts bytes, everything else here characters.
    private static int[] Characters(string text, int bytes)
    {
        var characters = new int[bytes + 1];
        var (at, position) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            characters[at] = position;
            at += rune.Utf8SequenceLength;
            position += rune.Utf16SequenceLength;
        }

        characters[at] = position;
        return characters;
    }
}

using System.Text.Json;

namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>A JSON object's members one behind the other, for a reader that knows what it expects.</summary>
internal ref struct JsonMembers
{
    private Utf8JsonReader _json;

    /// <summary>At the first byte of a document.</summary>
    public JsonMembers(ReadOnlySpan<byte> json)
    {
        _json = new Utf8JsonReader(json);
        _json.Read();
    }

    /// <summary>Whether all has been as expected so far; when it has not, nothing is read any more.</summary>
    public bool IsExpected { get; private set; } = true;

    /// <summary>Something is not as expected.</summary>
    public void Surprise() => IsExpected = false;

    /// <summary>To be called where an object is expected, before its members.</summary>
    public void Enter() => Expect(_json.TokenType == JsonTokenType.StartObject);

    /// <summary>Goes on to the next member's value, or leaves the object.</summary>
    public bool Next(out ReadOnlySpan<byte> name)
    {
        name = default;
        if (!IsExpected || !_json.Read() || _json.TokenType != JsonTokenType.PropertyName)
            return false;

        Expect(!_json.ValueIsEscaped);
        name = _json.ValueSpan;
        return _json.Read();
    }

    /// <summary>Whether nothing follows.</summary>
    public bool IsEnd() => !_json.Read();

    public string? Text()
    {
        if (_json.TokenType == JsonTokenType.String)
            return _json.GetString();

        Expect(_json.TokenType == JsonTokenType.Null);
        return null;
    }

    public bool Flag()
    {
        Expect(_json.TokenType is JsonTokenType.True or JsonTokenType.False);
        return _json.TokenType == JsonTokenType.True;
    }

    public long Number()
    {
        var number = 0L;
        Expect(_json.TokenType == JsonTokenType.Number && _json.TryGetInt64(out number));
        return number;
    }

    public string[]? List()
    {
        if (_json.TokenType == JsonTokenType.Null)
            return null;

        Expect(_json.TokenType == JsonTokenType.StartArray);
        var texts = new List<string>();
        while (IsExpected && _json.Read() && _json.TokenType != JsonTokenType.EndArray)
            texts.Add(Text()!);
        return [.. texts];
    }

    /// <param name="usual">How many there usually are.</param>
    public Dictionary<string, string>? Texts(int usual = 0)
    {
        if (_json.TokenType == JsonTokenType.Null)
            return null;

        Enter();
        var texts = new Dictionary<string, string>(usual);
        while (IsExpected && _json.Read() && _json.TokenType == JsonTokenType.PropertyName)
        {
            var name = _json.GetString()!;
            _json.Read();
            texts[name] = Text()!;
        }

        return texts;
    }

    private void Expect(bool isExpected) => IsExpected &= isExpected;
}

using System.Text.Json;

namespace Lambda.Template.Text;

/// <summary>Where a JSON value stands in its file, in bytes; for an object, where each member stands too.</summary>
/// <param name="Start">Of the value.</param>
/// <param name="End">Behind the value.</param>
/// <param name="Members">In the order written; empty for anything but an object.</param>
internal sealed record JsonSpans(int Start, int End, IReadOnlyList<JsonMember> Members)
{
    public static JsonSpans Of(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip });
        reader.Read();
        return Value(ref reader);
    }

    private static JsonSpans Value(ref Utf8JsonReader reader)
    {
        var start = (int)reader.TokenStartIndex;
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return new JsonSpans(start, (int)reader.BytesConsumed, []);
        }

        var members = new List<JsonMember>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (name, keyStart) = (reader.GetString()!, (int)reader.TokenStartIndex);
            reader.Read();
            members.Add(new JsonMember(name, keyStart, Value(ref reader)));
        }

        return new JsonSpans(start, (int)reader.BytesConsumed, members);
    }
}

/// <summary>One member; it starts at its name's quote.</summary>
internal sealed record JsonMember(string Name, int Start, JsonSpans Value);

using System.Text.Json;
using System.Text.Unicode;
using Photos.Outcomes;

namespace Photos.Functions.Http;

/// <summary>What is asked of every JSON body before anything is made of it.</summary>
internal static class StrictJson
{
    /// <summary>Twice as deep as any document of this API.</summary>
    private const int MaxDepth = 16;

    /// <summary>
    /// Null for one JSON object in well-formed UTF-8 without a byte order mark, without anything behind it, without
    /// halves of characters, not nested too deeply, and with no member written twice: of two the serializer would
    /// silently take the last.
    /// </summary>
    public static Problem? Objection(ReadOnlySpan<byte> json)
    {
        if (!Utf8.IsValid(json))
            return Problem.Malformed("The body is not in UTF-8.");

        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MaxDepth });
        var member = "";
        try
        {
            return Read(ref reader, ref member);
        }
        catch (JsonException)
        {
            return Problem.Malformed($"The body is not one JSON object, or nested more than {MaxDepth} deep.");
        }
        catch (InvalidOperationException)
        {
            return Refuse(member, "This member holds half of a character; write \\u escapes of such ones in pairs.");
        }
    }

    /// <summary>Whether a member's name may be repeated to whoever sent it.</summary>
    public static bool IsPlain(string name) =>
        name.Length is > 0 and <= 64 && name.All(each => char.IsAsciiLetterOrDigit(each) || each is '_');

    // The member is the outermost one that is being read.
    private static Problem? Read(ref Utf8JsonReader reader, ref string member)
    {
        var open = new Stack<HashSet<string>>();
        while (reader.Read())
        {
            if (open.Count == 0 && reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.EndObject))
                return Problem.Malformed("Send a JSON object.");

            if (reader.TokenType == JsonTokenType.StartObject)
                open.Push(new HashSet<string>(StringComparer.Ordinal));
            else if (reader.TokenType == JsonTokenType.EndObject)
                open.Pop();
            else if (reader.TokenType == JsonTokenType.PropertyName)
            {
                member = open.Count == 1 ? "" : member;
                var name = reader.GetString()!;
                member = open.Count == 1 ? name : member;
                if (!open.Peek().Add(name))
                    return Refuse(member, "This member, or one in it, is there twice; send it once.");
            }
            else if (reader is { TokenType: JsonTokenType.String, ValueIsEscaped: true })
                reader.GetString(); // refuses halves of characters, which can only be written as escapes
        }

        return null;
    }

    private static Problem Refuse(string member, string detail) =>
        IsPlain(member) ? Problem.Invalid(member, detail) : Problem.Malformed(detail);
}

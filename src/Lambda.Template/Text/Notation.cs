using System.Text.Json.Nodes;

namespace Lambda.Template.Text;

/// <summary>How a language writes what is new between brackets, and where its comments are.</summary>
internal abstract class Notation
{
    /// <summary>A value on one line.</summary>
    public abstract string OnOneLine(JsonNode? value);

    /// <summary>A value whose first line continues a line that is indented by <paramref name="indent"/>.</summary>
    public abstract string OnLines(JsonNode? value, string indent, string newLine);

    /// <summary>The end of the comment that begins here, or <paramref name="at"/> when none does.</summary>
    public abstract int SkipComment(string text, int at);

    /// <summary>A name and its colon; nothing for an item.</summary>
    public string Name(string? name) => name is null ? "" : $"{OnOneLine(JsonValue.Create(name))}: ";

    /// <summary>Where the next character is that means something.</summary>
    public int SkipToToken(string text, int at)
    {
        while (at < text.Length)
        {
            var next = char.IsWhiteSpace(text[at]) ? at + 1 : SkipComment(text, at);
            if (next == at)
                return at;
            at = next;
        }

        return at;
    }
}

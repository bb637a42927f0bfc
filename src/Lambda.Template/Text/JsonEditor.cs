using System.Text;
using System.Text.Json.Nodes;

namespace Lambda.Template.Text;

/// <summary>
/// Turns one JSON text into another by changing only the places that differ: indentation, comments and spelling of
/// everything else stay, byte for byte.
/// </summary>
internal sealed class JsonEditor
{
    private readonly byte[] _text;
    private readonly string _newLine;
    private readonly List<Edit> _edits = [];

    private JsonEditor(byte[] text)
    {
        _text = text;
        _newLine = text.AsSpan().IndexOf("\r\n"u8) >= 0 ? "\r\n" : "\n";
    }

    /// <summary>
    /// The new text of an object whose text was <paramref name="text"/> and content <paramref name="before"/>.
    /// </summary>
    public static byte[] Apply(byte[] text, JsonObject before, JsonObject after)
    {
        var editor = new JsonEditor(text);
        editor.Change(JsonSpans.Of(text), before, after);
        return editor.Result();
    }

    private void Change(JsonSpans spans, JsonNode? before, JsonNode? after)
    {
        if (JsonNode.DeepEquals(before, after))
            return;

        if (before is JsonObject { Count: > 0 } old && after is JsonObject changed && KeepsOrder(spans, changed))
            ChangeMembers(spans, old, changed);
        else
            _edits.Add(new Edit(spans.Start, spans.End, JsonLayout.Write(after, Indent(spans.Start), _newLine)));
    }

    // Members may go and new ones may follow at the end; anything else is written anew.
    private static bool KeepsOrder(JsonSpans spans, JsonObject after)
    {
        var kept = spans.Members.Select(member => member.Name).Where(after.ContainsKey).ToArray();
        return kept.Length > 0 && after.Select(member => member.Key).Take(kept.Length).SequenceEqual(kept);
    }

    private void ChangeMembers(JsonSpans spans, JsonObject before, JsonObject after)
    {
        var members = spans.Members;
        var last = members.Last(member => after.ContainsKey(member.Name));
        for (var at = 0; at < members.Count && members[at].Start <= last.Start; at++)
        {
            var member = members[at];
            if (after.ContainsKey(member.Name))
                Change(member.Value, before[member.Name], after[member.Name]);
            else
                _edits.Add(new Edit(member.Start, members[at + 1].Start, ""));
        }

        var added = new StringBuilder();
        foreach (var (name, value) in after.Where(member => !before.ContainsKey(member.Key)))
            added.Append(',').Append(JsonLayout.Member(name, value, Indent(members[0].Start), _newLine));

        // What stood behind the last member that stays makes room for what is new.
        var end = members[^1].Value.End;
        if (added.Length > 0 || last.Value.End != end)
            _edits.Add(new Edit(last.Value.End, end, added.ToString()));
    }

    // The white space at the beginning of the line.
    private string Indent(int position)
    {
        var start = _text.AsSpan(0, position).LastIndexOf((byte)'\n') + 1;
        var end = start;
        while (end < position && _text[end] is (byte)' ' or (byte)'\t')
            end++;
        return Encoding.UTF8.GetString(_text, start, end - start);
    }

    private byte[] Result()
    {
        using var result = new MemoryStream();
        var from = 0;
        foreach (var edit in _edits.OrderBy(edit => edit.Start))
        {
            result.Write(_text, from, edit.Start - from);
            result.Write(Encoding.UTF8.GetBytes(edit.Text));
            from = edit.End;
        }

        result.Write(_text, from, _text.Length - from);
        return result.ToArray();
    }

    private readonly record struct Edit(int Start, int End, string Text);
}

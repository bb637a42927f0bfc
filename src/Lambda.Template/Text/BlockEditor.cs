using System.Text.Json.Nodes;

namespace Lambda.Template.Text;

/// <summary>Replaces, removes and adds elements of YAML that stand one to a line.</summary>
internal sealed class BlockEditor(Edits edits, YamlNotation notation)
{
    /// <summary>Gives an element another value. A comment on its first line stays.</summary>
    public void Replace(SourceElement element, JsonNode? value)
    {
        var old = element.Value;
        var isBelow = edits.LineStart(old.Start) > element.Lead;
        if (value is not (JsonObject { Count: > 0 } or JsonArray { Count: > 0 }))
        {
            var like = !isBelow && old.Start < edits.Text.Length ? edits.Text[old.Start] : ' ';
            var text = value is JsonObject or JsonArray
                ? notation.OnOneLine(value)
                : YamlNotation.Scalar(value, like: like);
            if (!isBelow && old.End > element.Lead)
            {
                edits.Replace(old.Start, old.End, text);
                return;
            }

            edits.Insert(element.Lead, $" {text}");
            if (isBelow)
                edits.Remove(edits.LineEnd(element.Lead), old.End);
        }
        else if (element.Name is null)
        {
            var item = notation.Element(null, value, Indent(element), edits.NewLine);
            edits.Replace(element.Start, element.End, item);
        }
        else
        {
            var start = isBelow || old.End <= element.Lead ? edits.LineEnd(element.Lead) : element.Lead;
            var member = notation.Element(element.Name, value, Indent(element), edits.NewLine);
            edits.Replace(start, Math.Max(start, old.End), member[member.IndexOf(edits.NewLine, StringComparison.Ordinal)..]);
        }
    }

    public void Apply(SourceNode source, CollectionChange change)
    {
        for (var at = 0; at < source.Elements.Count; at++)
        {
            if (!change.Stays[at])
                at = Remove(source, change, at);
        }

        foreach (var added in change.Added.GroupBy(found => found.After))
            Add(source, added.Key, [.. added]);
    }

    // Returns the last element that went.
    private int Remove(SourceNode source, CollectionChange change, int at)
    {
        var (start, end) = (source.Elements[at].Start, source.Elements[at].End);
        if (!edits.BeginsLine(start))
        {
            // The first member of a list's item shares its line with the dash, which the next one inherits.
            var next = Array.IndexOf(change.Stays, true, at);
            edits.Remove(start, source.Elements[next].Start);
            return next - 1;
        }

        var (first, behind) = (edits.LineStart(start), edits.NextLine(end));
        if (edits.LineEnd(end) == edits.Text.Length && first > 0)
            first = edits.LineEnd(first - 1);
        edits.Remove(first, behind);
        return at;
    }

    private void Add(SourceNode source, int after, Addition[] additions)
    {
        var neighbour = source.Elements[Math.Max(after, 0)];
        var indent = Indent(neighbour);
        var lines = additions.Select(added => notation.Element(added.Name, added.Value, indent, edits.NewLine));
        if (after < 0)
        {
            edits.Insert(neighbour.Start, string.Concat(lines.Select(line => line + edits.NewLine + indent)));
            return;
        }

        // The last line of a file may not have an end.
        var end = edits.LineEnd(neighbour.End);
        if (end == edits.Text.Length)
            edits.Insert(end, string.Concat(lines.Select(line => edits.NewLine + indent + line)));
        else
            edits.Insert(edits.NextLine(end), string.Concat(lines.Select(line => indent + line + edits.NewLine)));
    }

    private string Indent(SourceElement element) => new(' ', element.Start - edits.LineStart(element.Start));
}

namespace Lambda.Template.Text;

/// <summary>Removes and adds elements between brackets: elements, commas and line breaks, never a comment.</summary>
internal sealed class FlowEditor(Edits edits, Notation notation)
{
    public void Apply(SourceNode source, CollectionChange change)
    {
        for (var at = 0; at < source.Elements.Count; at++)
        {
            if (!change.Stays[at])
                Remove(source, at);
        }

        var last = change.LastThatStays;
        foreach (var added in change.Added.GroupBy(found => found.After))
            Add(source, added.Key, [.. added], isLast: added.Key == last);
        if (last < source.Elements.Count - 1
            && change.Added.All(added => added.After != last)
            && Comma(source.Elements[last]) is { } comma)
            edits.Remove(comma, comma + 1);
    }

    private void Remove(SourceNode source, int at)
    {
        var element = source.Elements[at];
        var (start, end) = (element.Start, Comma(element) + 1 ?? element.End);
        if (edits.BeginsLine(start) && IsRestOfLine(end))
        {
            (start, end) = (edits.LineStart(start), edits.NextLine(end));
        }
        else if (at < source.Elements.Count - 1)
        {
            end = edits.SkipSpaces(end);
        }
        else
        {
            while (edits.Text[start - 1] is ' ' or '\t')
                start--;
        }

        edits.Remove(start, end);
    }

    private void Add(SourceNode source, int after, Addition[] additions, bool isLast)
    {
        if (after < 0)
        {
            AddFirst(source.Elements[0].Start, additions);
            return;
        }

        var before = source.Elements[after];
        var comma = Comma(before);
        if (comma is null)
            edits.Insert(before.End, ",");

        var at = comma + 1 ?? before.End;
        var isOnLines = IsRestOfLine(at);
        var lead = isOnLines ? edits.NewLine + edits.Indent(before.Start) : " ";
        var texts = additions.Select(added => lead + Text(added, isOnLines, edits.Indent(before.Start)));
        edits.Insert(isOnLines ? edits.LineEnd(at) : at, string.Join(',', texts) + (isLast ? "" : ","));
    }

    private void AddFirst(int at, Addition[] additions)
    {
        var isOnLines = edits.BeginsLine(at);
        var indent = edits.Indent(at);
        var texts = additions.Select(added => Text(added, isOnLines, indent) + ",");
        edits.Insert(at, string.Concat(texts.Select(text => text + (isOnLines ? edits.NewLine + indent : " "))));
    }

    private string Text(Addition added, bool isOnLines, string indent) =>
        notation.Name(added.Name) + (isOnLines
            ? notation.OnLines(added.Value, indent, edits.NewLine)
            : notation.OnOneLine(added.Value));

    private int? Comma(SourceElement element)
    {
        var at = notation.SkipToToken(edits.Text, element.End);
        return at < edits.Text.Length && edits.Text[at] == ',' ? at : null;
    }

    // Nothing, or a comment that ends with the line.
    private bool IsRestOfLine(int at)
    {
        var (end, behind) = (edits.LineEnd(at), edits.SkipSpaces(at));
        return behind >= end
            ? end < edits.Text.Length
            : notation.SkipComment(edits.Text, behind) is var comment && comment > behind && comment >= end
                && comment <= edits.NextLine(at);
    }
}

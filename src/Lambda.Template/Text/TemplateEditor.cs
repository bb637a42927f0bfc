using System.Text.Json.Nodes;

namespace Lambda.Template.Text;

/// <summary>
/// Turns one text into another by changing only the places that differ: indentation, comments and spelling of
/// everything else stay.
/// </summary>
internal sealed class TemplateEditor(Edits edits, Notation notation, BlockEditor? blocks)
{
    private readonly FlowEditor _flow = new(edits, notation);

    /// <summary>Notes everything that must change for a value to become another.</summary>
    /// <param name="source">Where the value stands.</param>
    /// <param name="holder">The element whose value it is; null for the whole.</param>
    /// <param name="isInFlow">Whether it stands between brackets.</param>
    /// <param name="before">The value.</param>
    /// <param name="after">What it becomes.</param>
    public void Change(SourceNode source, SourceElement? holder, bool isInFlow, JsonNode? before, JsonNode? after)
    {
        if (JsonNode.DeepEquals(before, after))
            return;

        var change = (before, after) switch
        {
            _ when source.Elements.Count == 0 => null,
            (JsonObject old, JsonObject wanted) => CollectionChange.Of(source, old, wanted),
            (JsonArray old, JsonArray wanted) when old.Count == source.Elements.Count => CollectionChange.Of(old, wanted),
            _ => null,
        };

        if (change is not { AnyStays: true })
        {
            Replace(source, holder, isInFlow, after);
            return;
        }

        isInFlow = source.Kind == SourceKind.Flow;
        foreach (var (at, old, wanted) in change.Changes)
            Change(source.Elements[at].Value, source.Elements[at], isInFlow, old, wanted);
        if (isInFlow)
            _flow.Apply(source, change);
        else
            blocks!.Apply(source, change);
    }

    private void Replace(SourceNode source, SourceElement? holder, bool isInFlow, JsonNode? after)
    {
        // YAML may say 1.0 where text is wanted: without quotes it means the same there.
        if (blocks is not null && after is JsonValue && after.ToString() == edits.Text[source.Start..source.End])
            return;

        if (!isInFlow && holder is not null && blocks is not null)
            blocks.Replace(holder, after);
        else
            edits.Replace(source.Start, source.End, notation.OnLines(after, edits.Indent(source.Start), edits.NewLine));
    }
}

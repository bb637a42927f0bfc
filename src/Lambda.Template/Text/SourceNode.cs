namespace Lambda.Template.Text;

/// <summary>How a value is written.</summary>
internal enum SourceKind
{
    /// <summary>In one piece: what is in it, if anything, cannot be changed by itself.</summary>
    Whole,

    /// <summary>In brackets, with commas: all of JSON, and YAML where it looks like JSON.</summary>
    Flow,

    /// <summary>One element to a line, by indentation: the rest of YAML.</summary>
    Block,
}

/// <summary>Where a value stands in its file; for an object or a list, where each element stands too.</summary>
/// <param name="Kind">How it is written.</param>
/// <param name="Start">Of the value.</param>
/// <param name="End">Behind the value.</param>
/// <param name="Elements">In the order written.</param>
internal sealed record SourceNode(SourceKind Kind, int Start, int End, IReadOnlyList<SourceElement> Elements)
{
    public SourceNode(int start, int end)
        : this(SourceKind.Whole, start, end, [])
    {
    }
}

/// <summary>A member of an object or an item of a list.</summary>
/// <param name="Name">The member's name; null for an item.</param>
/// <param name="Start">Of its name, of its dash, or of the value itself.</param>
/// <param name="Lead">Behind its colon or its dash; where the value may begin.</param>
/// <param name="Value">Its value.</param>
internal sealed record SourceElement(string? Name, int Start, int Lead, SourceNode Value)
{
    public int End => Math.Max(Lead, Value.End);
}

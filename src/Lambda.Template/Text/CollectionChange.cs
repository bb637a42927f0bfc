using System.Text.Json.Nodes;

namespace Lambda.Template.Text;

/// <summary>What happens to the elements of an object or a list.</summary>
/// <param name="Stays">For each element, whether it stays, with or without changes inside.</param>
/// <param name="Changes">The elements that stay: their place among the old ones, their old and their new value.</param>
/// <param name="Added">What is new, in order.</param>
/// <param name="After">Behind which old element it goes; -1 for before all.</param>
internal sealed record CollectionChange(
    bool[] Stays,
    IReadOnlyList<(int At, JsonNode? Before, JsonNode? After)> Changes,
    IReadOnlyList<(string? Name, JsonNode? Value)> Added,
    int After)
{
    public bool AnyStays => Stays.Contains(true);

    public int LastThatStays => Array.LastIndexOf(Stays, true);

    public static CollectionChange Of(SourceNode source, JsonObject before, JsonObject after)
    {
        var stays = source.Elements.Select(member => after.ContainsKey(member.Name!)).ToArray();
        return new CollectionChange(
            stays,
            [
                .. source.Elements.Index().Where(member => stays[member.Index]).Select(member =>
                    (member.Index, before[member.Item.Name!], after[member.Item.Name!])),
            ],
            [.. after.Where(member => !before.ContainsKey(member.Key)).Select(member => ((string?)member.Key, member.Value))],
            Array.LastIndexOf(stays, true));
    }

    // Equal beginnings and ends stay; what is between them changes one for one, and the rest goes or comes.
    public static CollectionChange Of(JsonArray before, JsonArray after)
    {
        var shorter = Math.Min(before.Count, after.Count);
        var first = 0;
        while (first < shorter && JsonNode.DeepEquals(before[first], after[first]))
            first++;
        var last = 0;
        while (last < shorter - first && JsonNode.DeepEquals(before[^(last + 1)], after[^(last + 1)]))
            last++;

        var changed = shorter - first - last;
        var end = first + changed;
        return new CollectionChange(
            [.. before.Select((_, at) => at < end || at >= before.Count - last)],
            [.. Enumerable.Range(first, changed).Select(at => (at, before[at], after[at]))],
            [.. after.Skip(end).Take(after.Count - last - end).Select(item => ((string?)null, item))],
            end - 1);
    }
}

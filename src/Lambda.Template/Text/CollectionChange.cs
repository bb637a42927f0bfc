using System.Text.Json.Nodes;

namespace Lambda.Template.Text;

/// <summary>What happens to the elements of an object or a list.</summary>
/// <param name="Stays">For each element, whether it stays, with or without changes inside.</param>
/// <param name="Changes">The elements that stay: their place among the old ones, their old and their new value.</param>
/// <param name="Added">What is new, in order.</param>
internal sealed record CollectionChange(
    bool[] Stays,
    IReadOnlyList<(int At, JsonNode? Before, JsonNode? After)> Changes,
    IReadOnlyList<Addition> Added)
{
    public bool AnyStays => Stays.Contains(true);

    public int LastThatStays => Array.LastIndexOf(Stays, true);

    public static CollectionChange Of(SourceNode source, JsonObject before, JsonObject after)
    {
        var names = source.Elements.Select(member => member.Name!).ToHashSet();
        var stays = source.Elements.Select(member => after.ContainsKey(member.Name!)).ToArray();
        var last = Array.LastIndexOf(stays, true);
        return new CollectionChange(
            stays,
            [
                .. source.Elements.Index().Where(member => stays[member.Index]).Select(member =>
                    (member.Index, before[member.Item.Name!], after[member.Item.Name!])),
            ],
            [
                // What YAML merges in with << is there without being written; to change it is to write it.
                .. after.Where(member => !names.Contains(member.Key)
                    && !(before.TryGetPropertyValue(member.Key, out var old) && JsonNode.DeepEquals(old, member.Value)))
                    .Select(member => new Addition(last, member.Key, member.Value)),
            ]);
    }

    // Equal items stay. What stands between them changes one for one, and the rest goes or comes.
    public static CollectionChange Of(JsonArray before, JsonArray after)
    {
        var stays = new bool[before.Count];
        var (changes, added) = (new List<(int, JsonNode?, JsonNode?)>(), new List<Addition>());
        var (from, to) = (0, 0);
        foreach (var (nextFrom, nextTo) in Equal(before, after).Append((before.Count, after.Count)))
        {
            for (; from < nextFrom && to < nextTo; from++, to++)
            {
                changes.Add((from, before[from], after[to]));
                stays[from] = true;
            }

            var last = Array.LastIndexOf(stays, true);
            for (; to < nextTo; to++)
                added.Add(new Addition(last, null, after[to]));
            if (nextFrom < before.Count)
                stays[nextFrom] = true;
            (from, to) = (nextFrom + 1, nextTo + 1);
        }

        return new CollectionChange(stays, changes, added);
    }

    // The longest sequence of items that both have.
    private static List<(int Before, int After)> Equal(JsonArray before, JsonArray after)
    {
        var length = new int[before.Count + 1, after.Count + 1];
        for (var i = before.Count - 1; i >= 0; i--)
        {
            for (var j = after.Count - 1; j >= 0; j--)
            {
                length[i, j] = JsonNode.DeepEquals(before[i], after[j])
                    ? length[i + 1, j + 1] + 1
                    : Math.Max(length[i + 1, j], length[i, j + 1]);
            }
        }

        var equal = new List<(int, int)>();
        for (var (i, j) = (0, 0); i < before.Count && j < after.Count;)
        {
            if (JsonNode.DeepEquals(before[i], after[j]))
                equal.Add((i++, j++));
            else if (length[i + 1, j] >= length[i, j + 1])
                i++;
            else
                j++;
        }

        return equal;
    }
}

/// <summary>A new element.</summary>
/// <param name="After">Behind which of the old elements it goes; -1 for before all.</param>
/// <param name="Name">A member's name; null for an item.</param>
/// <param name="Value">Its value.</param>
internal sealed record Addition(int After, string? Name, JsonNode? Value);

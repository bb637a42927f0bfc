namespace Lambda.Local.Console.History;

/// <summary>Somebody who looks at a journal again and again, and wants to hear what is new to them.</summary>
/// <remarks>
/// It compares what it saw with what there is, so that those who write need neither count nor wake anybody.
/// </remarks>
internal sealed class JournalReader(Journal journal)
{
    private readonly (Entry? Entry, bool IsEnded)[] _seen = new (Entry?, bool)[Journal.Capacity];
    private int _clears = journal.Clears;

    /// <summary>Whether everything was cleared away since the last look.</summary>
    public bool IsCleared()
    {
        var before = _clears;
        _clears = journal.Clears;
        return _clears != before;
    }

    /// <summary>What began or ended since the last look, the newest first.</summary>
    public IReadOnlyList<Entry> Changes()
    {
        var changed = new List<Entry>();
        for (var place = 0; place < Journal.Capacity; place++)
        {
            var entry = journal[place];
            var now = (entry, entry?.IsEnded == true);
            if (now == _seen[place])
                continue;

            _seen[place] = now;
            if (entry is not null)
                changed.Add(entry);
        }

        changed.Sort((one, other) => other.Id.CompareTo(one.Id));
        return changed;
    }
}

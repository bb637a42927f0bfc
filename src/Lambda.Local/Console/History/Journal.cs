using System.Collections.Frozen;
using Lambda.Local.Invoking;

namespace Lambda.Local.Console.History;

/// <summary>The last things that happened, and how often each function was called.</summary>
/// <remarks>
/// Every request passes here, so this takes no lock that two requests share: an entry takes the place of the oldest by
/// one exchange. Its memory is bounded: by the number of entries, and by what one keeps.
/// </remarks>
internal sealed class Journal(IEnumerable<FunctionDescription> functions, TimeProvider clock)
{
    public const int Capacity = 200;

    private readonly Entry?[] _entries = new Entry?[Capacity];
    private readonly FrozenDictionary<string, Tally> _tallies =
        functions.ToFrozenDictionary(function => function.LogicalId, _ => new Tally());

    private long _lastId;
    private int _clears;

    /// <summary>Tells this run of the program from any other.</summary>
    public long Run { get; } = clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>How often everything was cleared away.</summary>
    public int Clears => Volatile.Read(ref _clears);

    /// <param name="start">What <see cref="Now"/> was when it began; null where it begins now.</param>
    public Entry Begin(EntryKind kind, string? method, string path, long repeats = 0, long? start = null)
    {
        var id = Interlocked.Increment(ref _lastId);
        var entry = new Entry(this, id, kind, clock.GetUtcNow(), start ?? Now()) { Repeats = repeats }
            .Named(method, path);
        Interlocked.Exchange(ref _entries[id % Capacity], entry)?.Forget();
        return entry;
    }

    /// <summary>All that are known, in no order; null where none has been yet.</summary>
    public Entry? this[int place] => Volatile.Read(ref _entries[place]);

    /// <summary>The last ones, the newest first.</summary>
    public IReadOnlyList<Entry> Last(int count) =>
        [.. _entries.OfType<Entry>().OrderByDescending(entry => entry.Id).Take(count)];

    public Entry? Find(long id) =>
        id > 0 && Volatile.Read(ref _entries[id % Capacity]) is { } entry && entry.Id == id ? entry : null;

    public void Clear()
    {
        for (var at = 0; at < Capacity; at++)
            Interlocked.Exchange(ref _entries[at], null)?.Forget();
        Interlocked.Increment(ref _clears);
    }

    public Tally TallyOf(string function) => _tallies[function];

    /// <returns>Whether it is the function's first.</returns>
    public bool CountCall(string function) =>
        _tallies.TryGetValue(function, out var tally) && tally.CountCall() == 1;

    public void CountError(string function)
    {
        if (_tallies.TryGetValue(function, out var tally))
            tally.CountError();
    }

    public long Now() => clock.GetTimestamp();

    public TimeSpan Since(long start) => clock.GetElapsedTime(start);
}

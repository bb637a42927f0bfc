namespace Lambda.Local.SignIn.Accounts;

/// <summary>
/// At most ten tries per name in five minutes, whether or not the name has an account, and a hundred altogether.
/// </summary>
/// <remarks>
/// A try counts from its beginning, so that many at once are no way around. Kept in memory: whoever can start the
/// program anew can read its files as well.
/// </remarks>
internal sealed class Attempts(TimeProvider clock)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private const int PerName = 10;

    private const int Altogether = 100;

    private readonly Dictionary<string, Queue<DateTimeOffset>> _byName = new(AccountName.Comparer);

    private readonly Queue<DateTimeOffset> _all = [];

    private readonly Lock _changing = new();

    /// <summary>Begins a try, or says how long to wait for the next.</summary>
    /// <param name="name">Null where there is no account to guess at.</param>
    public TimeSpan? WaitFor(string? name)
    {
        var now = clock.GetUtcNow();
        lock (_changing)
        {
            Forget(now - Window);
            var tries = name is null ? null : _byName.GetValueOrDefault(name) ?? [];
            if (_all.Count >= Altogether)
                return _all.Peek() + Window - now;
            if (tries?.Count >= PerName)
                return tries.Peek() + Window - now;

            _all.Enqueue(now);
            if (tries is not null)
            {
                tries.Enqueue(now);
                _byName[name!] = tries;
            }

            return null;
        }
    }

    public bool IsLocked(string name)
    {
        lock (_changing)
        {
            Forget(clock.GetUtcNow() - Window);
            return _byName.TryGetValue(name, out var tries) && tries.Count >= PerName;
        }
    }

    public void Succeeded(string name)
    {
        lock (_changing)
            _byName.Remove(name);
    }

    private void Forget(DateTimeOffset before)
    {
        Forget(_all, before);
        foreach (var (name, tries) in _byName)
        {
            Forget(tries, before);
            if (tries.Count == 0)
                _byName.Remove(name);
        }
    }

    private static void Forget(Queue<DateTimeOffset> tries, DateTimeOffset before)
    {
        while (tries.TryPeek(out var oldest) && oldest <= before)
            tries.Dequeue();
    }
}

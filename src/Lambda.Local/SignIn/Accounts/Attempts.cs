namespace Lambda.Local.SignIn.Accounts;

/// <summary>At most ten tries per name in five minutes, whether or not the name has an account.</summary>
/// <remarks>A try counts from its beginning, so that many at once are no way around.</remarks>
internal sealed class Attempts(TimeProvider clock)
{
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private const int Limit = 10;

    private readonly Dictionary<string, Queue<DateTimeOffset>> _tries = new(AccountName.Comparer);

    private readonly Lock _changing = new();

    /// <returns>False when the name is locked for now.</returns>
    public bool TryBegin(string name)
    {
        var now = clock.GetUtcNow();
        lock (_changing)
        {
            Forget(now - Window);
            if (!_tries.TryGetValue(name, out var tries))
                _tries[name] = tries = new();
            if (tries.Count >= Limit)
                return false;

            tries.Enqueue(now);
            return true;
        }
    }

    public bool IsLocked(string name)
    {
        lock (_changing)
        {
            Forget(clock.GetUtcNow() - Window);
            return _tries.TryGetValue(name, out var tries) && tries.Count >= Limit;
        }
    }

    public void Succeeded(string name)
    {
        lock (_changing)
            _tries.Remove(name);
    }

    private void Forget(DateTimeOffset before)
    {
        foreach (var (name, tries) in _tries)
        {
            while (tries.TryPeek(out var oldest) && oldest <= before)
                tries.Dequeue();
            if (tries.Count == 0)
                _tries.Remove(name);
        }
    }
}

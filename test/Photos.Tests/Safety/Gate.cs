namespace Photos.Tests.Safety;

/// <summary>How one call to a store can go wrong.</summary>
internal enum Fault
{
    /// <summary>The process dies before the call leaves it.</summary>
    DiesBefore,

    /// <summary>The process dies before the answer arrives.</summary>
    DiesAfter,

    /// <summary>The call has its effect, and nobody answers.</summary>
    TimesOutWithEffect,

    /// <summary>The call is lost, and nobody answers.</summary>
    TimesOutWithoutEffect,

    /// <summary>The store has no capacity.</summary>
    IsThrottled,
}

/// <summary>What a fault looks like to whoever made the call.</summary>
internal sealed class FaultException(string message) : IOException(message)
{
    /// <summary>Whether a fault is at the bottom of this, and nothing else.</summary>
    public static bool IsIn(Exception? error) => error switch
    {
        null => false,
        FaultException => true,
        AggregateException many => many.InnerExceptions.All(IsIn),
        _ => IsIn(error.InnerException),
    };
}

/// <summary>
/// Through which every call to a store goes: counts them, lets one fail, and lets something else happen in the middle.
/// </summary>
internal sealed class Gate
{
    private bool _isDead;
    private bool _isOpen;

    /// <summary>How many calls there were.</summary>
    public int Calls { get; private set; }

    /// <summary>Which call is special; none when 0.</summary>
    public int At { get; set; }

    /// <summary>How it fails; not at all when null.</summary>
    public Fault? Fault { get; set; }

    /// <summary>What others do just before it.</summary>
    public Func<Task>? Interference { get; set; }

    /// <summary>Whether the process that made the last calls has died.</summary>
    public bool HasDied => _isDead;

    /// <summary>A new process.</summary>
    public void Revive() => _isDead = false;

    /// <summary>Everything within goes through uncounted and without fault.</summary>
    public async Task OpenAsync(Func<Task> act)
    {
        var (wasOpen, wasDead) = (_isOpen, _isDead);
        (_isOpen, _isDead) = (true, false);
        try
        {
            await act();
        }
        finally
        {
            (_isOpen, _isDead) = (wasOpen, wasDead);
        }
    }

    public async Task<T> CallAsync<T>(Func<Task<T>> call)
    {
        if (_isOpen)
            return await call();
        if (_isDead)
            throw new FaultException("dead");
        if (++Calls != At)
            return await call();

        if (Interference is not null)
            await OpenAsync(Interference);

        switch (Fault)
        {
            case null:
                return await call();
            case Safety.Fault.DiesBefore:
                _isDead = true;
                break;
            case Safety.Fault.DiesAfter:
                await call();
                _isDead = true;
                break;
            case Safety.Fault.TimesOutWithEffect:
                await call();
                break;
        }

        throw new FaultException($"{Fault} at call {At}");
    }

    public Task CallAsync(Func<Task> call) => CallAsync(async () =>
    {
        await call();
        return true;
    });
}

namespace Amazon.Lambda.Core;

/// <summary>
/// What belongs to the event at hand: the process's own while one is answered at a time, the async flow's while several
/// are.
/// </summary>
internal sealed class Ambient<T>(T initial)
    where T : class?
{
    private readonly AsyncLocal<T?> _flow = new();
    private T _process = initial;

    public T Value => _flow.Value ?? Volatile.Read(ref _process);

    /// <param name="value">What is at hand from now on.</param>
    /// <param name="inFlow">Whether this is so only for the caller and what it awaits and starts.</param>
    public void Set(T value, bool inFlow)
    {
        if (inFlow)
            _flow.Value = value;
        else
            Volatile.Write(ref _process, value);
    }
}

using System.Collections.Frozen;

namespace Lambda.Local.Console.Faults;

/// <summary>Which function misbehaves, and how; gone when the program ends.</summary>
internal sealed class FaultBoard
{
    private readonly Lock _changing = new();

    // Replaced whole, so that calls read it without a lock.
    private volatile FrozenDictionary<string, Fault> _active = FrozenDictionary<string, Fault>.Empty;

    private int _version;

    /// <summary>Grows with every change.</summary>
    public int Version => Volatile.Read(ref _version);

    public Fault? Find(string function)
    {
        var active = _active;
        return active.Count == 0 ? null : active.GetValueOrDefault(function);
    }

    /// <param name="fault">Null takes it back.</param>
    public void Set(string function, Fault? fault)
    {
        lock (_changing)
        {
            var faults = _active.ToDictionary();
            if (fault is null)
                faults.Remove(function);
            else
                faults[function] = fault;
            _active = faults.ToFrozenDictionary();
            _version++;
        }
    }

    public void Clear()
    {
        lock (_changing)
        {
            _active = FrozenDictionary<string, Fault>.Empty;
            _version++;
        }
    }
}

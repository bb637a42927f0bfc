using System.Security.Cryptography;

namespace Lambda.Local.Isolated;

/// <summary>One process of a function, as the Runtime API knows it. Its pool's lock guards all that changes.</summary>
internal sealed class Sandbox(FunctionPool pool)
{
    public FunctionPool Pool => pool;

    /// <summary>Part of the address that the process alone is told: no other can ask or answer in its place.</summary>
    public string Key { get; } = RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>Null until it is started.</summary>
    public ChildProcess? Process { get; set; }

    /// <summary>Whether it has ever asked for an event: from then on it has started.</summary>
    public bool HasAsked { get; set; }

    /// <summary>The event at hand.</summary>
    public FunctionEvent? Event { get; set; }

    /// <summary>The event before, whose last lines may still be on their way.</summary>
    public FunctionEvent? Earlier { get; set; }

    /// <summary>The request for an event that has not been answered yet.</summary>
    public TaskCompletionSource<FunctionEvent?>? Poll { get; set; }

    /// <summary>When it last began to wait.</summary>
    public DateTimeOffset IdleSince { get; set; }

    /// <summary>Why it could not start, in its own words.</summary>
    public string? InitError { get; set; }

    /// <summary>Rings when the start takes too long.</summary>
    public ITimer? StartTimeout { get; set; }
}

namespace Lambda.Local.Console.History;

/// <summary>How often a function was called, and how often it failed.</summary>
internal sealed class Tally
{
    private long _calls;
    private long _errors;

    public long Calls => Interlocked.Read(ref _calls);

    public long Errors => Interlocked.Read(ref _errors);

    public long CountCall() => Interlocked.Increment(ref _calls);

    public void CountError() => Interlocked.Increment(ref _errors);
}

using System.Globalization;

namespace Photos.Verification;

/// <summary>What a verification has seen.</summary>
public sealed class Tally
{
    private long _objects;
    private long _bytes;

    /// <summary>Whose libraries.</summary>
    public int Owners { get; internal set; }

    /// <summary>Records of photos.</summary>
    public long Photos { get; internal set; }

    /// <summary>Books that were looked at.</summary>
    public long Books { get; internal set; }

    /// <summary>To-dos that were looked at.</summary>
    public long Todos { get; internal set; }

    /// <summary>Objects that were read to their end.</summary>
    public long Objects => _objects;

    /// <summary>What was wrong.</summary>
    public int Deviations { get; internal set; }

    /// <summary>Of those, what is right again.</summary>
    public int Mended { get; internal set; }

    /// <summary>Owners whose usage never stood still.</summary>
    public int Restless { get; internal set; }

    /// <summary>One line.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Owners} owners, {Photos} photos, {Books} books, {Todos} to-dos; {_objects} objects read, {_bytes} bytes: "
        + $"{Deviations} deviations{(Mended > 0 ? $", {Mended} of them repaired" : "")}"
        + $"{(Restless > 0 ? $"; usage of {Restless} owners changed too often to compare, verify again later" : "")}");

    internal void Read(long bytes)
    {
        Interlocked.Increment(ref _objects);
        Interlocked.Add(ref _bytes, bytes);
    }
}

using Photos.Library;

namespace Photos.Verification;

/// <summary>A record as its home keeps it, sound or not.</summary>
/// <param name="Name">Whose it is, and its id: <c>{owner}/{id}</c>.</param>
/// <param name="Value">What it says; null when it cannot be read.</param>
/// <param name="Flaws">
/// What is wrong with it as a record, in words: why it cannot be read, or which list would not find it. Writing the
/// next version of a record that can be read mends all of them.
/// </param>
public sealed record Kept<T>(string Name, T? Value, IReadOnlyList<string> Flaws)
    where T : class;

/// <summary>Reads records that may be anything.</summary>
public static class Kept
{
    /// <summary>The record, if it can be read; else why not.</summary>
    /// <param name="name">Whose it is, and its id.</param>
    /// <param name="read">Makes a value of what the medium gave, and waits for nothing.</param>
    /// <param name="compare">Finds what is kept beside the value and does not agree with it.</param>
    public static Kept<T> Of<T>(string name, Func<T> read, Func<T, IEnumerable<string>> compare)
        where T : class
    {
        try
        {
            var value = read();
            return new Kept<T>(name, value, [.. compare(value)]);
        }
        catch (Exception error) when (IsOfRecord(error))
        {
            return new Kept<T>(name, null, [$"it cannot be read ({error.Message.ReplaceLineEndings(" ")})"]);
        }
    }

    // As many kinds as there are ways for a text or a number not to be what it was.
    private static bool IsOfRecord(Exception error) => error is InvalidDataException or FormatException
        or InvalidCastException or KeyNotFoundException or ArgumentException or OverflowException
        or NullReferenceException or InvalidOperationException;
}

/// <summary>An owner's usage of one moment.</summary>
/// <param name="Counted">What it says.</param>
/// <param name="Tokens">The changes that it remembers to have taken in.</param>
public sealed record KeptUsage(LibraryUsage Counted, IReadOnlySet<string> Tokens)
{
    /// <summary>By what it says: nothing was counted between two equal ones.</summary>
    public bool Equals(KeptUsage? other) =>
        other is not null && Counted == other.Counted && Tokens.SetEquals(other.Tokens);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Counted, Tokens.Count);
}

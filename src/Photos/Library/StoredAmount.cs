namespace Photos.Library;

/// <summary>
/// How much is stored somewhere: originals only; the copies made of them are the library's own expense.
/// </summary>
/// <param name="Photos">How many.</param>
/// <param name="Bytes">Their originals together.</param>
public readonly record struct StoredAmount(long Photos, long Bytes)
{
    /// <summary>Both together.</summary>
    public static StoredAmount operator +(StoredAmount one, StoredAmount other) =>
        new(one.Photos + other.Photos, one.Bytes + other.Bytes);

    /// <summary>As much less.</summary>
    public static StoredAmount operator -(StoredAmount amount) => new(-amount.Photos, -amount.Bytes);

    /// <inheritdoc cref="op_Addition"/>
    public static StoredAmount Add(StoredAmount one, StoredAmount other) => one + other;

    /// <inheritdoc cref="op_UnaryNegation"/>
    public static StoredAmount Negate(StoredAmount amount) => -amount;
}

/// <summary>What an owner keeps.</summary>
/// <param name="Library">Ready photos.</param>
/// <param name="Trash">Those in the trash, which still take room.</param>
public sealed record LibraryUsage(StoredAmount Library, StoredAmount Trash)
{
    /// <summary>An owner who keeps nothing.</summary>
    public static LibraryUsage None { get; } = new(default, default);
}

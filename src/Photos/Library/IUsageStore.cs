namespace Photos.Library;

/// <summary>
/// Remembers how much each owner keeps, without ever counting a photo twice. Two adapters exist (DynamoDB, SQLite) and
/// both pass <c>UsageStoreContract</c>.
/// </summary>
/// <remarks>Reads are strongly consistent; an outage surfaces as the adapter's own exception.</remarks>
public interface IUsageStore
{
    /// <summary>What the owner keeps; <see cref="LibraryUsage.None"/> for one who never kept anything.</summary>
    Task<LibraryUsage> FindAsync(OwnerId owner, CancellationToken ct);

    /// <summary>
    /// Takes in a change, unless one of its token was taken in before: one atomic write, so a call that failed, or of
    /// which nobody knows how it ended, is simply repeated.
    /// </summary>
    /// <param name="owner">Whose usage.</param>
    /// <param name="change">What changes.</param>
    /// <param name="now">Dates the token.</param>
    /// <param name="ct">Ends the waiting.</param>
    Task ApplyAsync(OwnerId owner, UsageChange change, DateTimeOffset now, CancellationToken ct);

    /// <summary>
    /// Forgets the tokens of changes taken in before <paramref name="before"/>: long enough ago that nobody who began
    /// then can still be about to repeat one.
    /// </summary>
    Task ForgetTokensAsync(OwnerId owner, DateTimeOffset before, CancellationToken ct);
}

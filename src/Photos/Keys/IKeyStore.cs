namespace Photos.Keys;

/// <summary>
/// Remembers keys that the library makes for itself and signs with. Two adapters exist (DynamoDB, SQLite) and both pass
/// <c>KeyStoreContract</c>.
/// </summary>
/// <remarks>A key leaves its medium for the process that signs, and for nowhere else: no template, no log.</remarks>
public interface IKeyStore
{
    /// <summary>The key of that name; whoever asks first decides what it is, for ever and for everybody.</summary>
    /// <param name="name">Lower-case letters, digits and hyphens.</param>
    /// <param name="candidate">What the key becomes when there is none yet.</param>
    /// <param name="ct">Ends the waiting.</param>
    Task<byte[]> FindOrAddAsync(string name, byte[] candidate, CancellationToken ct);
}

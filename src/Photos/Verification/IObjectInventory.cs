namespace Photos.Verification;

/// <summary>
/// All objects of a home, whoever put them there: what no request needs and <see cref="LibraryVerifier"/> compares. Two
/// adapters exist: one speaks S3's protocol, one reads the files of the local object store, whether or not it runs.
/// </summary>
/// <remarks>Any number of others may write meanwhile. An outage surfaces as the adapter's own exception.</remarks>
public interface IObjectInventory
{
    /// <summary>The keys that begin with <paramref name="prefix"/>, in the order of their UTF-8 bytes.</summary>
    IAsyncEnumerable<string> ListAsync(string prefix, CancellationToken ct);

    /// <summary>Reads every byte of an object into <paramref name="target"/>, a piece at a time.</summary>
    /// <returns>False when there is no such object.</returns>
    /// <exception cref="InvalidDataException">
    /// The store cannot deliver what it was given; some of it may have been written.
    /// </exception>
    Task<bool> CopyToAsync(string key, Stream target, CancellationToken ct);

    /// <summary>Removes an object; safe to repeat.</summary>
    Task RemoveAsync(string key, CancellationToken ct);
}

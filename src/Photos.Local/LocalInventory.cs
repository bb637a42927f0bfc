using Lambda.Local.ObjectStore;
using Photos.Verification;

namespace Photos.Local;

/// <summary>The pictures on this machine, read from their files, whether or not the library is running.</summary>
internal sealed class LocalInventory(StoredObjects objects) : IObjectInventory
{
    /// <inheritdoc/>
    public IAsyncEnumerable<string> ListAsync(string prefix, CancellationToken ct) =>
        objects.List(prefix).ToAsyncEnumerable();

    /// <inheritdoc/>
    public Task<bool> CopyToAsync(string key, Stream target, CancellationToken ct) =>
        objects.CopyToAsync(key, target, ct);

    /// <inheritdoc/>
    public Task RemoveAsync(string key, CancellationToken ct)
    {
        objects.Remove(key);
        return Task.CompletedTask;
    }
}

using Photos.Library;
using Photos.Verification;

namespace Photos.Tests.Safety;

/// <summary>
/// A bucket as far as its protocol goes: links that end, keys that are written once, and a lifecycle rule that chooses
/// what is still provisional after three days and removes it when it likes, whether or not it still is. Thousands of
/// histories in a minute need one without sockets; <c>ImageStoreContract</c> holds the real ones to the same.
/// </summary>
internal sealed class MemoryImages(TimeProvider clock) : IImageStore, IObjectInventory
{
    private static readonly TimeSpan ProvisionalTime = TimeSpan.FromDays(3);

    // Between begin and end of a body that travels slowly.
    private static readonly TimeSpan SlowestBody = TimeSpan.FromHours(20);

    private static readonly Uri Address = new("https://media.example");

    private readonly Dictionary<string, Stored> _objects = [];
    private readonly List<Link> _links = [];
    private readonly HashSet<string> _chosen = [];

    public IEnumerable<string> Keys => _objects.Keys;

    /// <summary>The links that were given out, the last one last.</summary>
    public int Links => _links.Count;

    public bool Holds(ImageKey key) => _objects.ContainsKey(key.Text);

    /// <summary>A client, or somebody who has seen the link, sends the announced bytes.</summary>
    /// <param name="link">Which link, by the order in which they were given out.</param>
    /// <param name="files">The files that the client has, of which one was announced.</param>
    public void Put(int link, params byte[][] files)
    {
        var (key, content, provisional, expires) = _links[link];
        if (clock.GetUtcNow() >= expires + SlowestBody || _objects.ContainsKey(key))
            return;

        var bytes = files.Single(file => A.DigestOf(file) == content.Sha256);
        _objects[key] = new Stored(bytes, content.Sha256, provisional, clock.GetUtcNow());
    }

    /// <summary>The rule looks which objects are old enough.</summary>
    public void ChooseForRemoval()
    {
        foreach (var (key, stored) in _objects)
        {
            if (stored.Provisional && clock.GetUtcNow() >= stored.At + ProvisionalTime)
                _chosen.Add(key);
        }
    }

    /// <summary>The rule acts on what it saw then.</summary>
    public void RemoveChosen()
    {
        foreach (var key in _chosen)
            _objects.Remove(key);
        _chosen.Clear();
    }

    public Task<SignedUpload> SignUploadAsync(
        ImageKey key, ImageContent content, bool provisional, DateTimeOffset until, CancellationToken ct)
    {
        _links.Add(new Link(key.Text, content, provisional, until));
        return Task.FromResult(new SignedUpload(Address, new Dictionary<string, string>(), until));
    }

    public Task<Uri> SignDownloadAsync(
        ImageKey key, FileName name, MediaType type, LinkLife life, CancellationToken ct) =>
        Task.FromResult(Address);

    public Task<bool> KeepAsync(ImageKey key, CancellationToken ct)
    {
        if (!_objects.TryGetValue(key.Text, out var stored))
            return Task.FromResult(false);

        _objects[key.Text] = stored with { Provisional = false };
        return Task.FromResult(true);
    }

    public Task<StoredImage?> FindAsync(ImageKey key, CancellationToken ct) => Task.FromResult(
        _objects.TryGetValue(key.Text, out var stored) ? new StoredImage(stored.Bytes.Length, stored.Sha256) : null);

    public Task<ReadOnlyMemory<byte>> ReadStartAsync(ImageKey key, int count, CancellationToken ct) => Task.FromResult(
        _objects.TryGetValue(key.Text, out var stored) ? stored.Bytes.AsMemory() : ReadOnlyMemory<byte>.Empty);

    public Task<IReadOnlyList<ImageKey>> ListAsync(OwnerId owner, PhotoId photo, CancellationToken ct)
    {
        var prefix = ImageKey.Prefix(owner, photo);
        var keys = _objects.Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal));
        return Task.FromResult<IReadOnlyList<ImageKey>>([.. keys.Select(ImageKey.Stored)]);
    }

    public Task RemoveAsync(ImageKey key, CancellationToken ct)
    {
        _objects.Remove(key.Text);
        return Task.CompletedTask;
    }

    public IAsyncEnumerable<string> ListAsync(string prefix, CancellationToken ct) => _objects.Keys
        .Where(key => key.StartsWith(prefix, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .ToArray()
        .ToAsyncEnumerable();

    public async Task<bool> CopyToAsync(string key, Stream target, CancellationToken ct)
    {
        if (!_objects.TryGetValue(key, out var stored))
            return false;

        await target.WriteAsync(stored.Bytes, ct);
        return true;
    }

    public Task RemoveAsync(string key, CancellationToken ct) => RemoveAsync(ImageKey.Stored(key), ct);

    private sealed record Stored(byte[] Bytes, Sha256 Sha256, bool Provisional, DateTimeOffset At);

    private sealed record Link(string Key, ImageContent Content, bool Provisional, DateTimeOffset Expires);
}

using Photos.Library;

namespace Photos.Tests.Safety;

/// <summary>A store of photos behind a gate.</summary>
internal sealed class FaultyPhotoStore(IPhotoStore photos, Gate gate) : IPhotoStore
{
    public Task<Photo?> FindAsync(OwnerId owner, PhotoId id, CancellationToken ct) =>
        gate.CallAsync(() => photos.FindAsync(owner, id, ct));

    public Task<IReadOnlySet<PhotoId>> KnownAsync(
        OwnerId owner, IReadOnlyCollection<PhotoId> ids, CancellationToken ct) =>
        gate.CallAsync(() => photos.KnownAsync(owner, ids, ct));

    public Task<Photo?> FindByContentAsync(OwnerId owner, Sha256 sha256, CancellationToken ct) =>
        gate.CallAsync(() => photos.FindByContentAsync(owner, sha256, ct));

    public Task<Photo?> FindAnnouncedAsync(OwnerId owner, FileName name, CancellationToken ct) =>
        gate.CallAsync(() => photos.FindAnnouncedAsync(owner, name, ct));

    public Task<StoredAmount> CountComingAsync(OwnerId owner, CancellationToken ct) =>
        gate.CallAsync(() => photos.CountComingAsync(owner, ct));

    public Task<PhotoPage> ListAsync(
        OwnerId owner, PhotoFilter filter, PhotoCursor? after, int limit, CancellationToken ct) =>
        gate.CallAsync(() => photos.ListAsync(owner, filter, after, limit, ct));

    public Task<IReadOnlyList<PhotoName>> ListDueAsync(DateTimeOffset now, int limit, CancellationToken ct) =>
        gate.CallAsync(() => photos.ListDueAsync(now, limit, ct));

    public Task<bool> AddAsync(Photo photo, CancellationToken ct) => gate.CallAsync(() => photos.AddAsync(photo, ct));

    public Task<bool> ReplaceAsync(Photo before, Photo after, CancellationToken ct) =>
        gate.CallAsync(() => photos.ReplaceAsync(before, after, ct));

    public Task<bool> RemoveAsync(Photo photo, CancellationToken ct) =>
        gate.CallAsync(() => photos.RemoveAsync(photo, ct));
}

/// <summary>A store of usage behind a gate.</summary>
internal sealed class FaultyUsageStore(IUsageStore usage, Gate gate) : IUsageStore
{
    public Task<LibraryUsage> FindAsync(OwnerId owner, CancellationToken ct) =>
        gate.CallAsync(() => usage.FindAsync(owner, ct));

    public Task ApplyAsync(OwnerId owner, UsageChange change, DateTimeOffset now, CancellationToken ct) =>
        gate.CallAsync(() => usage.ApplyAsync(owner, change, now, ct));

    public Task ForgetTokensAsync(OwnerId owner, DateTimeOffset before, CancellationToken ct) =>
        gate.CallAsync(() => usage.ForgetTokensAsync(owner, before, ct));
}

/// <summary>A store of pictures behind a gate.</summary>
internal sealed class FaultyImageStore(IImageStore images, Gate gate) : IImageStore
{
    public Task<SignedUpload> SignUploadAsync(
        ImageKey key, ImageContent content, bool provisional, DateTimeOffset until, CancellationToken ct) =>
        gate.CallAsync(() => images.SignUploadAsync(key, content, provisional, until, ct));

    public Task<Uri> SignDownloadAsync(
        ImageKey key, FileName name, MediaType type, TimeSpan lifetime, CancellationToken ct) =>
        gate.CallAsync(() => images.SignDownloadAsync(key, name, type, lifetime, ct));

    public Task<bool> KeepAsync(ImageKey key, CancellationToken ct) => gate.CallAsync(() => images.KeepAsync(key, ct));

    public Task<StoredImage?> FindAsync(ImageKey key, CancellationToken ct) =>
        gate.CallAsync(() => images.FindAsync(key, ct));

    public Task<ReadOnlyMemory<byte>> ReadStartAsync(ImageKey key, int count, CancellationToken ct) =>
        gate.CallAsync(() => images.ReadStartAsync(key, count, ct));

    public Task<IReadOnlyList<ImageKey>> ListAsync(OwnerId owner, PhotoId photo, CancellationToken ct) =>
        gate.CallAsync(() => images.ListAsync(owner, photo, ct));

    public Task RemoveAsync(ImageKey key, CancellationToken ct) => gate.CallAsync(() => images.RemoveAsync(key, ct));
}

using Photos.Library;

namespace Photos.Verification;

/// <summary>
/// Mends what can be mended without risk: each step is one conditional write, and no bytes are removed unless the same
/// picture is whole in another place of the library (decision 0029).
/// </summary>
/// <param name="stores">The home.</param>
/// <param name="rescued">Where pictures go that nothing leads to.</param>
/// <param name="clock">Tells when.</param>
internal sealed class PhotoRepairs(LibraryStores stores, RescueFolder rescued, TimeProvider clock)
{
    /// <summary>The next version, equal to this one: whatever a store derives from a record, it derives anew.</summary>
    public async Task<RepairOutcome> RewriteAsync(PhotoName name, CancellationToken ct)
    {
        if (await FindAsync(name, ct) is not { } photo)
            return RepairOutcome.TooLate;

        // As if it had had no tags before, so that a store which writes only what is new writes all.
        var bare = photo with { Tags = PhotoTags.None };
        var isWritten = await stores.Photos.ReplaceAsync(bare, Next(photo), ct);
        return RepairOutcome.Of(isWritten, "its record is written anew");
    }

    /// <summary>The sweep looks at it next time, and knows what to do.</summary>
    public async Task<RepairOutcome> MakeDueAsync(PhotoName name, CancellationToken ct)
    {
        if (await FindAsync(name, ct) is not { } photo || !PhotoRules.IsForgotten(photo))
            return RepairOutcome.TooLate;

        var due = Next(photo) with { Due = clock.GetUtcNow() };
        return RepairOutcome.Of(await stores.Photos.ReplaceAsync(photo, due, ct), "the next sweep looks at it");
    }

    /// <summary>Forgets a copy whose bytes are missing or damaged, and then removes what is left of them.</summary>
    public async Task<RepairOutcome> ForgetCopyAsync(Photo seen, ImageKey copy, CancellationToken ct)
    {
        if (await FindAsync(new PhotoName(seen.Owner, seen.Id), ct) is not { } photo
            || photo.Original != seen.Original || !photo.Keys.Contains(copy))
            return RepairOutcome.TooLate;

        var without = Next(photo) with
        {
            Preview = photo.Preview == copy ? null : photo.Preview,
            Thumbnail = photo.Thumbnail == copy ? null : photo.Thumbnail,
        };
        if (!await stores.Photos.ReplaceAsync(photo, without, ct))
            return RepairOutcome.TooLate;

        await stores.Objects.RemoveAsync(copy.Text, ct);
        return RepairOutcome.Of(true, "the copy is let go of");
    }

    /// <summary>
    /// Removes what lies beside a whole original unnamed. It is the same picture: links were signed for the announced
    /// bytes and for copies of them, and for nothing else.
    /// </summary>
    public async Task<RepairOutcome> RemoveBesideAsync(Photo seen, string key, CancellationToken ct)
    {
        if (await FindAsync(new PhotoName(seen.Owner, seen.Id), ct) is not { } photo
            || photo.Original != seen.Original || !PhotoRules.Orphans(photo, [key]).Any())
            return RepairOutcome.TooLate;

        await stores.Objects.RemoveAsync(key, ct);
        return RepairOutcome.Of(true, "it is removed");
    }

    /// <summary>
    /// Removes bytes without a record if they are, whole, a photo of the same owner; copies them out otherwise, and
    /// leaves them, since the record may come back from a backup.
    /// </summary>
    public async Task<RepairOutcome> RescueAsync(string key, StoredBytes bytes, CancellationToken ct)
    {
        if (ImageKey.TryParse(key, out _, out var name)
            && await stores.Photos.FindByContentAsync(name.Owner, bytes.Sha256!, ct) is { } twin
            && PhotoRules.HasOriginal(twin)
            && twin.Original.Text != key
            && (await StoredBytes.ReadAsync(stores.Objects, twin.Original.Text, ct)).Are(twin.File))
        {
            await stores.Objects.RemoveAsync(key, ct);
            return RepairOutcome.Of(true, $"it is removed: photo {twin.Id} has the same bytes");
        }

        return await rescued.CopyAsync(key, ct) is { } file
            ? new RepairOutcome(false, $"copied to {file}: upload that, and the next repair removes this")
            : RepairOutcome.TooLate;
    }

    // One record may have several faults, and each repair makes a version: every one begins with the present one.
    private Task<Photo?> FindAsync(PhotoName name, CancellationToken ct) =>
        stores.Photos.FindAsync(name.Owner, name.Id, ct);

    private static Photo Next(Photo photo) => photo with { Version = photo.Version + 1 };
}

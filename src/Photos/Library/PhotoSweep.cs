namespace Photos.Library;

/// <summary>
/// Ends what nobody else ended: uploads left alone, moves not counted, copies that never came, and what was in the
/// trash for thirty days. Any number of sweeps may run at once, and each may stop anywhere.
/// </summary>
/// <param name="photos">Where photos are remembered.</param>
/// <param name="images">Where their bytes are.</param>
/// <param name="usage">Where moves are counted.</param>
/// <param name="changes">How photos change.</param>
/// <param name="finisher">Makes photos of what has arrived.</param>
/// <param name="trash">Forgets photos for good.</param>
/// <param name="clock">Tells what is due.</param>
public sealed class PhotoSweep(
    IPhotoStore photos,
    IImageStore images,
    IUsageStore usage,
    PhotoChanges changes,
    UploadFinisher finisher,
    PhotoTrash trash,
    TimeProvider clock)
{
    private const int Portion = 100;

    // Longer than anybody who began to count a move can still be about to do it.
    private static readonly TimeSpan TokenTime = TimeSpan.FromDays(1);

    /// <summary>Looks at everything that is due.</summary>
    /// <returns>How many photos were looked at.</returns>
    /// <exception cref="AggregateException">Some could not be dealt with; all others were.</exception>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var seen = new HashSet<PhotoName>();
        var failures = new List<Exception>();
        for (var before = -1; before < seen.Count;)
        {
            before = seen.Count;
            foreach (var name in await photos.ListDueAsync(clock.GetUtcNow(), Portion, ct))
            {
                ct.ThrowIfCancellationRequested();
                if (seen.Add(name) && await TryAsync(() => LookAtAsync(name, ct), ct) is { } failure)
                    failures.Add(failure);
            }
        }

        foreach (var owner in seen.Select(name => name.Owner).Distinct())
            await usage.ForgetTokensAsync(owner, clock.GetUtcNow() - TokenTime, ct);

        return failures is [] ? seen.Count : throw new AggregateException(failures);
    }

    // One photo that cannot be dealt with must not keep the others waiting: it is told at the end.
    private static async Task<Exception?> TryAsync(Func<Task> act, CancellationToken ct)
    {
        try
        {
            await act();
            return null;
        }
#pragma warning disable CA1031 // Whatever went wrong is thrown again, with its neighbours.
        catch (Exception error) when (!ct.IsCancellationRequested)
#pragma warning restore CA1031
        {
            return error;
        }
    }

    private async Task LookAtAsync(PhotoName name, CancellationToken ct)
    {
        // The list of what is due may be a moment old; the photo itself is not.
        var now = clock.GetUtcNow();
        var found = await photos.FindAsync(name.Owner, name.Id, ct);
        if (found is null || found.Due is null || found.Due > now)
            return;
        if (await changes.SettleAsync(found, ct) is not { } photo || photo.Due is null || photo.Due > now)
            return;

        await (photo.State switch
        {
            PhotoState.Pending or PhotoState.Claimed => EndUploadAsync(photo, now, ct),
            PhotoState.Ready => CloseAsync(photo, now, ct),
            PhotoState.Trashed => EraseAfterAsync(photo, photo.Purge(now), ct),
            PhotoState.Purging => trash.EraseAsync(photo, ct),
        });
    }

    private async Task EndUploadAsync(Photo upload, DateTimeOffset now, CancellationToken ct)
    {
        if (upload.IsAbandoned(now))
            await EraseAfterAsync(upload, upload.GiveUp(now), ct);
        else if (!(await finisher.FinishAsync(upload, title: null, ct)).Is(out _, out _)
            && await photos.FindAsync(upload.Owner, upload.Id, ct) is { } still
            && still.State is PhotoState.Pending or PhotoState.Claimed)
            await photos.ReplaceAsync(still, still.Postpone(now), ct);
    }

    private async Task EraseAfterAsync(Photo before, Photo purging, CancellationToken ct)
    {
        if (await photos.ReplaceAsync(before, purging, ct))
            await trash.EraseAsync(purging, ct);
    }

    // What lies there is listed before the record is read: what the record then does not name, it never will again.
    private async Task CloseAsync(Photo photo, DateTimeOffset now, CancellationToken ct)
    {
        var stored = (await images.ListAsync(photo.Owner, photo.Id, ct)).ToHashSet();
        var current = await photos.FindAsync(photo.Owner, photo.Id, ct);
        if (current?.Version != photo.Version)
            return;

        foreach (var key in stored.Except(photo.Keys))
            await images.RemoveAsync(key, ct);

        await photos.ReplaceAsync(photo, photo.Close(stored, now), ct);
    }
}

using Photos.Outcomes;

namespace Photos.Library;

/// <summary>
/// How a photo is changed: read, made into its next version, written if nothing came between; and counted, each move
/// exactly once.
/// </summary>
/// <param name="photos">Where they are remembered.</param>
/// <param name="usage">Where moves are counted.</param>
/// <param name="clock">Tells when.</param>
public sealed class PhotoChanges(IPhotoStore photos, IUsageStore usage, TimeProvider clock)
{
    /// <summary>The photo, ready or in the trash.</summary>
    internal async Task<Outcome<Photo>> FindAsync(OwnerId owner, PhotoId id, CancellationToken ct)
    {
        var photo = await photos.FindAsync(owner, id, ct);

        return photo is { State: PhotoState.Ready or PhotoState.Trashed } ? photo : Problem.Missing("photo");
    }

    /// <summary>Replaces a photo by what <paramref name="change"/> makes of it; anew when another came first.</summary>
    /// <param name="owner">Whose photo.</param>
    /// <param name="id">Which photo.</param>
    /// <param name="expected">The versions that may be changed.</param>
    /// <param name="change">Gives the next version, the same one when it is as wanted, or says why not.</param>
    /// <param name="ct">Ends the waiting.</param>
    internal async Task<Outcome<Photo>> ChangeAsync(
        OwnerId owner, PhotoId id, ExpectedVersion expected, Func<Photo, Outcome<Photo>> change, CancellationToken ct)
    {
        for (var attempt = 0; attempt < Contention.Attempts; attempt++)
        {
            var found = await FindAsync(owner, id, ct);
            if (!found.Is(out var photo, out var problem))
                return problem;
            if (!expected.Allows(photo.Version))
                return Problem.Changed;

            // Only one move at a time can wait for its counting. Counting is no change that the caller has to see.
            if (photo.Owed is not null)
            {
                var settled = await SettleAsync(photo, ct);
                expected = settled?.Version == photo.Version + 1 ? ExpectedVersion.OneOf(settled.Version) : expected;
                continue;
            }

            if (!change(photo).Is(out var changed, out problem))
                return problem;
            if (changed.Version == photo.Version)
                return photo;
            if (await photos.ReplaceAsync(photo, changed, ct))
                return await SettleAsync(changed, ct) ?? changed.Settle(clock.GetUtcNow());

            await Contention.StepAsideAsync(attempt, ct);
        }

        return Problem.Busy("photo");
    }

    /// <summary>
    /// Counts the move that the photo made last, if that is still to be done, and says so on the photo.
    /// </summary>
    /// <returns>The photo as it is now; null when it is gone.</returns>
    internal async Task<Photo?> SettleAsync(Photo? photo, CancellationToken ct)
    {
        while (photo is { Owed: { } mark })
        {
            var now = clock.GetUtcNow();
            await usage.ApplyAsync(photo.Owner, UsageChange.Of(photo, mark), now, ct);
            var settled = photo.Settle(now);
            photo = await photos.ReplaceAsync(photo, settled, ct)
                ? settled
                : await photos.FindAsync(photo.Owner, photo.Id, ct);
        }

        return photo;
    }
}

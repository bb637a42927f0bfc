using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Photos.Library;

namespace Photos.Verification;

/// <summary>
/// Compares everything that a home keeps: each record with its objects, byte by byte; each object with its record;
/// usage with the sum; what lists are made of with the records. Anybody may be at work meanwhile: what deviates is
/// looked at again, a while later, and told only if it still does.
/// </summary>
/// <param name="stores">The home.</param>
/// <param name="rescueFolder">Where repair copies pictures to that nothing leads to.</param>
/// <param name="clock">Tells when.</param>
public sealed class LibraryVerifier(LibraryStores stores, string rescueFolder, TimeProvider clock)
{
    // As many photos as wait together for their second look, and as many as are read at once.
    private const int Portion = 1000;
    private const int Readers = 4;

    private readonly PhotoRepairs _repairs = new(stores, new RescueFolder(stores.Objects, rescueFolder), clock);

    /// <summary>Between two looks: longer than any request takes to do all that belongs together.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Looks at everything.</summary>
    /// <param name="repair">Whether to mend what can be mended without risk.</param>
    /// <param name="tell">Told each deviation, in one line.</param>
    /// <param name="ct">Ends the waiting.</param>
    public async Task<Tally> RunAsync(bool repair, Action<string> tell, CancellationToken ct)
    {
        var tally = new Tally();
        var report = new VerificationReport(tally, repair, tell);
        await report.TellAsync(await DamageAsync(ct), ct);

        var owners = await stores.Records.ListOwnersAsync(ct);
        tally.Owners = owners.Count;
        await PhotosAsync(owners, tally, report, ct);
        foreach (var owner in owners)
            await OwnerAsync(owner, tally, report, ct);

        return tally;
    }

    private async Task<IReadOnlyList<Deviation>> DamageAsync(CancellationToken ct) =>
        [.. (await stores.Records.FindDamageAsync(ct)).Select(damage =>
            new Deviation("records", damage, "put back a copy of the database"))];

    private async Task PhotosAsync(
        IReadOnlyList<OwnerId> owners, Tally tally, VerificationReport report, CancellationToken ct)
    {
        var check = new PhotoCheck(stores.Objects, _repairs, tally);
        var portion = new List<PhotoGroup>(Portion);
        var objects = stores.Objects.ListAsync("", ct);
        await foreach (var group in PhotoGroup.JoinAsync(RecordsAsync(owners, ct), objects, ct))
        {
            portion.Add(group);
            tally.Photos += group.Record is null ? 0 : 1;
            if (portion.Count < Portion)
                continue;

            await report.TellAsync(await LookAsync(check, portion, ct), ct);
            portion.Clear();
        }

        await report.TellAsync(await LookAsync(check, portion, ct), ct);
    }

    private async IAsyncEnumerable<Kept<Photo>> RecordsAsync(
        IReadOnlyList<OwnerId> owners, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var owner in owners)
        {
            await foreach (var kept in stores.Records.ListPhotosAsync(owner, ct))
                yield return kept;
        }
    }

    private async Task<IReadOnlyList<Deviation>> LookAsync(
        PhotoCheck check, IReadOnlyCollection<PhotoGroup> groups, CancellationToken ct)
    {
        var suspects = new ConcurrentBag<(PhotoGroup Group, IReadOnlyList<Deviation> Seen)>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = Readers, CancellationToken = ct };
        await Parallel.ForEachAsync(groups, options, async (group, ct) =>
        {
            if (await check.LookAsync(group, ct) is { Count: > 0 } seen)
                suspects.Add((group, seen));
        });
        if (suspects.IsEmpty)
            return [];

        await Task.Delay(Pause, clock, ct);
        var second = new SecondLook(stores, check);
        var confirmed = new List<Deviation>();
        foreach (var (group, seen) in suspects.OrderBy(suspect => suspect.Group.Name, StringComparer.Ordinal))
            confirmed.AddRange(Both(seen, await second.LookAsync(group, ct)));

        return confirmed;
    }

    private async Task OwnerAsync(OwnerId owner, Tally tally, VerificationReport report, CancellationToken ct)
    {
        var (shelf, usage) = (new ShelfCheck(stores), new UsageCheck(stores, clock));
        await report.TellAsync(await TwiceAsync(ct => shelf.LookAsync(owner, ct), ct), ct);
        await report.TellAsync(
            await TwiceAsync(
                async ct =>
                {
                    var seen = await usage.LookAsync(owner, ct);
                    tally.Restless += seen is null ? 1 : 0;
                    return seen ?? [];
                },
                ct),
            ct);
        await foreach (var note in shelf.NotesAsync(owner, tally, ct))
            report.Note(note);
    }

    private async Task<IReadOnlyList<Deviation>> TwiceAsync(
        Func<CancellationToken, Task<IReadOnlyList<Deviation>>> look, CancellationToken ct)
    {
        if (await look(ct) is not { Count: > 0 } seen)
            return [];

        await Task.Delay(Pause, clock, ct);
        return Both(seen, await look(ct));
    }

    // The later one knows the record as it is now.
    private static IReadOnlyList<Deviation> Both(IReadOnlyList<Deviation> first, IReadOnlyList<Deviation> second) =>
        [.. second.IntersectBy(first.Select(seen => seen.Key), seen => seen.Key)];
}

using Photos.Library;

namespace Photos.Verification;

/// <summary>Compares an owner's usage with the sum of the photos, while both may change.</summary>
/// <param name="stores">The home.</param>
/// <param name="clock">Tells when.</param>
internal sealed class UsageCheck(LibraryStores stores, TimeProvider clock)
{
    // A sum takes milliseconds where somebody uploads all the time.
    private const int Attempts = 10;

    /// <summary>Null when usage never stood still for as long as a sum takes.</summary>
    public async Task<IReadOnlyList<Deviation>?> LookAsync(OwnerId owner, CancellationToken ct)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var before = await stores.Records.FindUsageAsync(owner, ct);
            if (await SumAsync(owner, before, ct) is not { } sum)
                return [];

            // Nothing was counted meanwhile, so usage holds what every photo had made it hold when that was read.
            if (before.Equals(await stores.Records.FindUsageAsync(owner, ct)))
                return sum == before.Counted ? [] : [Of(owner, before.Counted, sum)];
        }

        return null;
    }

    // Null when a record cannot be read, which is said elsewhere: then nobody knows the sum.
    private async Task<LibraryUsage?> SumAsync(OwnerId owner, KeptUsage usage, CancellationToken ct)
    {
        var sum = LibraryUsage.None;
        await foreach (var kept in stores.Records.ListPhotosAsync(owner, ct))
        {
            if (kept.Value is not { } photo)
                return null;

            var one = new StoredAmount(1, photo.File.Bytes);
            sum = photo.State switch
            {
                PhotoState.Ready => sum with { Library = sum.Library + one },
                PhotoState.Trashed => sum with { Trash = sum.Trash + one },
                PhotoState.Pending or PhotoState.Claimed or PhotoState.Purging => sum,
            };

            // A move that is still to be counted: usage holds the photo where it was before.
            if (photo.Owed is { } mark && UsageChange.Of(photo, mark) is var move
                && !usage.Tokens.Contains(move.Token))
                sum = new LibraryUsage(sum.Library + -move.Library, sum.Trash + -move.Trash);
        }

        return sum;
    }

    private Deviation Of(OwnerId owner, LibraryUsage counted, LibraryUsage sum) => new(
        $"usage of {owner}", $"it says {Words(counted)} instead of {Words(sum)}", "repair counts anew")
    {
        Repair = async ct =>
        {
            // The difference is added, so what is counted at the same moment stays counted.
            var photo = PhotoId.New(clock);
            var change = new UsageChange(
                $"recount.{photo}", photo, sum.Library + -counted.Library, sum.Trash + -counted.Trash);
            await stores.Usage.ApplyAsync(owner, change, clock.GetUtcNow(), ct);
            return RepairOutcome.Of(true, "it is counted anew");
        },
    };

    private static string Words(LibraryUsage usage) =>
        $"{usage.Library.Photos} photos of {usage.Library.Bytes} bytes and {usage.Trash.Photos} of "
        + $"{usage.Trash.Bytes} in the trash";
}

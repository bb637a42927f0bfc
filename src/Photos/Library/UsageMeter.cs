using Photos.Outcomes;

namespace Photos.Library;

/// <summary>How much an owner keeps, and whether more may come.</summary>
/// <param name="photos">Knows the uploads under way.</param>
/// <param name="usage">Remembers what is kept.</param>
/// <param name="limits">How much that may be.</param>
public sealed class UsageMeter(IPhotoStore photos, IUsageStore usage, UsageLimits limits)
{
    /// <summary>What the owner keeps, and may keep.</summary>
    public async Task<UsageReport> ReadAsync(OwnerId owner, CancellationToken ct)
    {
        var kept = await usage.FindAsync(owner, ct);
        return new UsageReport(kept.Library, kept.Trash, limits.QuotaBytes);
    }

    /// <summary>Whether there is room for more; what is on its way counts as if it were here.</summary>
    /// <returns>Null when there is.</returns>
    /// <remarks>What is on its way is read first: what is not on its way any more has been counted by then.</remarks>
    internal async Task<Problem?> RefuseAsync(OwnerId owner, StoredAmount more, CancellationToken ct)
    {
        var coming = more + await photos.CountComingAsync(owner, ct);
        if (coming.Photos > limits.PendingUploads)
            return Problem.Conflict(
                "too-many-uploads",
                $"{limits.PendingUploads} uploads are under way. Finish some; those left alone end after two days.");

        var kept = await usage.FindAsync(owner, ct);
        return kept.Library.Bytes + kept.Trash.Bytes + coming.Bytes > limits.QuotaBytes
            ? Problem.Conflict(
                "quota-exceeded",
                $"Your library may hold {limits.QuotaBytes} bytes, trash and uploads included. Delete some for good.")
            : null;
    }
}

/// <summary>What an owner may keep.</summary>
/// <param name="QuotaBytes">Originals together, those in the trash and on their way included.</param>
/// <param name="PendingUploads">How many may be on their way at once.</param>
public sealed record UsageLimits(long QuotaBytes, int PendingUploads)
{
    /// <summary>Ten gigabytes, and more uploads at once than any client sends.</summary>
    public static UsageLimits Default { get; } = new(10L * 1024 * 1024 * 1024, 500);
}

/// <summary>What an owner keeps, and may keep.</summary>
/// <param name="Library">Ready photos.</param>
/// <param name="Trash">Those in the trash.</param>
/// <param name="QuotaBytes">What both together may take.</param>
public sealed record UsageReport(StoredAmount Library, StoredAmount Trash, long QuotaBytes);

using Photos.Library;

namespace Photos.Verification;

/// <summary>Looks at one photo while it stands still.</summary>
/// <param name="stores">The home.</param>
/// <param name="check">What to look at.</param>
/// <remarks>
/// Every change that makes a legal object an orphan, or a missing one legal, makes a new version of the record. So what
/// was seen between two reads of one version was so at one moment.
/// </remarks>
internal sealed class SecondLook(LibraryStores stores, PhotoCheck check)
{
    private const int Attempts = 5;

    /// <summary>What deviates; nothing when somebody changes the photo all the time.</summary>
    public async Task<IReadOnlyList<Deviation>> LookAsync(PhotoGroup group, CancellationToken ct)
    {
        if (NameOf(group.Name) is not { } name)
            return await check.LookAsync(group with { Keys = await StillAsync(group.Keys, ct) }, ct);

        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var before = await stores.Records.FindPhotoAsync(name, ct);
            var keys = await KeysAsync(ImageKey.Prefix(name.Owner, name.Id), ct);
            var seen = await check.LookAsync(new PhotoGroup(group.Name, before, keys), ct);
            if (seen is [] || IsSame(before, await stores.Records.FindPhotoAsync(name, ct)))
                return seen;
        }

        return [];
    }

    private static bool IsSame(Kept<Photo>? before, Kept<Photo>? after) =>
        (before is null) == (after is null) && before?.Value?.Version == after?.Value?.Version;

    private static PhotoName? NameOf(string name) =>
        name.Split('/') is [var subject, var text]
        && OwnerId.TryParse(subject, out var owner)
        && PhotoId.TryParse(text, out var id)
            ? new PhotoName(owner, id)
            : null;

    private async Task<IReadOnlyList<string>> KeysAsync(string prefix, CancellationToken ct)
    {
        var keys = new List<string>();
        await foreach (var key in stores.Objects.ListAsync(prefix, ct))
            keys.Add(key);

        return keys;
    }

    // What no photo can have is found by its whole key.
    private async Task<IReadOnlyList<string>> StillAsync(IEnumerable<string> keys, CancellationToken ct)
    {
        var still = new List<string>();
        foreach (var key in keys)
        {
            if ((await KeysAsync(key, ct)).Contains(key))
                still.Add(key);
        }

        return still;
    }
}

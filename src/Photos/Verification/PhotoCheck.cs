using Photos.Library;

namespace Photos.Verification;

/// <summary>Compares a photo's record with its objects, and each with what it has to be.</summary>
/// <param name="objects">Where the bytes are.</param>
/// <param name="repairs">How what deviates can be mended.</param>
/// <param name="tally">Counts what was read.</param>
internal sealed class PhotoCheck(IObjectInventory objects, PhotoRepairs repairs, Tally tally)
{
    private const string Restore = "restore it from a backup";

    /// <summary>Everything that deviates, seen once: somebody may have been at work meanwhile.</summary>
    public async Task<IReadOnlyList<Deviation>> LookAsync(PhotoGroup group, CancellationToken ct)
    {
        if (group.Name is "")
            return [.. group.Keys.Select(Foreign)];
        if (group.Record is not { } kept)
            return await OrphansAsync(group.Keys, owned: null, ct);

        var place = $"photo {kept.Name}";
        if (kept.Value is not { } photo)
            return [.. kept.Flaws.Select(flaw => new Deviation(place, flaw, Restore))];

        return
        [
            .. kept.Flaws.Select(flaw => new Deviation(place, flaw, "repair writes its record anew")
            {
                Repair = ct => repairs.RewriteAsync(NameOf(photo), ct),
            }),
            .. RulesOf(place, photo),
            .. await BytesAsync(place, photo, group.Keys, ct),
        ];
    }

    private IEnumerable<Deviation> RulesOf(string place, Photo photo)
    {
        if (PhotoRules.IsForgotten(photo))
        {
            yield return new Deviation(
                place, "something is left to do, and no sweep will look at it", "repair makes it due")
            {
                Repair = ct => repairs.MakeDueAsync(NameOf(photo), ct),
            };
        }

        if (!PhotoRules.NamesItsOwn(photo))
            yield return new Deviation(place, "it names an object that is not its own", Restore);
    }

    private async Task<IReadOnlyList<Deviation>> BytesAsync(
        string place, Photo photo, IReadOnlyList<string> keys, CancellationToken ct)
    {
        if (!PhotoRules.HasOriginal(photo))
            return [];

        var original = await ReadAsync(photo.Original.Text, ct);
        var isWhole = original.Are(photo.File);
        var wrong = new List<Deviation>();
        if (!isWhole)
            wrong.Add(Original(place, photo, original));

        foreach (var copy in new[] { photo.Preview, photo.Thumbnail }.OfType<ImageKey>())
        {
            var read = await ReadAsync(copy.Text, ct);
            if (read.Damage is null && (read.IsThere || !PhotoRules.HasCopies(photo)))
                continue;

            var fault = read.IsThere ? $"its copy {copy} is damaged ({read.Damage})" : $"its copy {copy} is missing";
            wrong.Add(isWhole
                ? new Deviation(place, fault, "repair lets go of it, and the next browser makes a new one")
                {
                    Repair = ct => repairs.ForgetCopyAsync(photo, copy, ct),
                }
                : new Deviation(place, fault, Restore));
        }

        wrong.AddRange(await OrphansAsync(PhotoRules.Orphans(photo, keys), isWhole ? photo : null, ct));
        return wrong;
    }

    private static Deviation Original(string place, Photo photo, StoredBytes read) => new(
        place,
        read switch
        {
            { IsThere: false } => $"its original {photo.Original} is missing",
            { Damage: { } damage } => $"its original {photo.Original} is damaged ({damage})",
            _ when read.Bytes != photo.File.Bytes =>
                $"its original {photo.Original} has {read.Bytes} bytes instead of {photo.File.Bytes}",
            _ => $"its original {photo.Original} has other bytes (SHA-256 {read.Sha256})",
        },
        $"restore the object from a backup or an older version of it; its SHA-256 is {photo.File.Sha256}");

    private async Task<IReadOnlyList<Deviation>> OrphansAsync(
        IEnumerable<string> keys, Photo? owned, CancellationToken ct)
    {
        var orphans = new List<Deviation>();
        foreach (var key in keys)
        {
            var read = await ReadAsync(key, ct);
            if (read.IsThere)
                orphans.Add(Orphan(key, read, owned));
        }

        return orphans;
    }

    private Deviation Orphan(string key, StoredBytes read, Photo? owned)
    {
        var place = $"object {key}";
        const string fault = "no record names it";
        if (read.Damage is not null)
            return new Deviation(place, $"{fault}, and it is damaged ({read.Damage})", "restore it, or delete it");

        return owned is not null
            ? new Deviation(place, fault, "repair removes it: the original of its photo is whole")
            {
                Repair = ct => repairs.RemoveBesideAsync(owned, key, ct),
            }
            : new Deviation(place, fault, "restore its record, or repair to get the picture out")
            {
                Repair = ct => repairs.RescueAsync(key, read, ct),
            };
    }

    private static Deviation Foreign(string key) =>
        new($"object {key}", "it is none that the library makes", "move it to a place of your own");

    private static PhotoName NameOf(Photo photo) => new(photo.Owner, photo.Id);

    private async Task<StoredBytes> ReadAsync(string key, CancellationToken ct)
    {
        var read = await StoredBytes.ReadAsync(objects, key, ct);
        tally.Read(read.Bytes);
        return read;
    }
}

using System.Runtime.CompilerServices;
using Photos.Library;

namespace Photos.Verification;

/// <summary>A photo's record and its objects, found in two stores.</summary>
/// <param name="Name">Owner and id, as the record's name; empty for an object that no photo can have.</param>
/// <param name="Record">The record; null when there is none.</param>
/// <param name="Keys">The objects.</param>
internal sealed record PhotoGroup(string Name, Kept<Photo>? Record, IReadOnlyList<string> Keys)
{
    /// <summary>Brings together two lists of one order, without holding either in memory.</summary>
    public static async IAsyncEnumerable<PhotoGroup> JoinAsync(
        IAsyncEnumerable<Kept<Photo>> records,
        IAsyncEnumerable<string> keys,
        [EnumeratorCancellation] CancellationToken ct)
    {
        await using var kept = records.GetAsyncEnumerator(ct);
        await using var stored = ByPhotoAsync(keys, ct).GetAsyncEnumerator(ct);
        var (hasKept, hasStored) = (await kept.MoveNextAsync(), await stored.MoveNextAsync());
        while (hasKept || hasStored)
        {
            var order = !hasKept ? 1 : !hasStored ? -1 : string.CompareOrdinal(kept.Current.Name, stored.Current.Name);
            yield return order switch
            {
                < 0 => new PhotoGroup(kept.Current.Name, kept.Current, []),
                0 => stored.Current with { Record = kept.Current },
                > 0 => stored.Current,
            };
            if (order <= 0)
                hasKept = await kept.MoveNextAsync();
            if (order >= 0)
                hasStored = await stored.MoveNextAsync();
        }
    }

    // A photo's keys begin alike, so they stand together.
    private static async IAsyncEnumerable<PhotoGroup> ByPhotoAsync(
        IAsyncEnumerable<string> keys, [EnumeratorCancellation] CancellationToken ct)
    {
        PhotoGroup? group = null;
        await foreach (var key in keys.WithCancellation(ct))
        {
            var name = ImageKey.TryParse(key, out _, out var photo) ? $"{photo.Owner}/{photo.Id}" : "";
            if (group is not null && name != "" && group.Name == name)
            {
                group = group with { Keys = [.. group.Keys, key] };
                continue;
            }

            if (group is not null)
                yield return group;
            group = new PhotoGroup(name, null, [key]);
        }

        if (group is not null)
            yield return group;
    }
}

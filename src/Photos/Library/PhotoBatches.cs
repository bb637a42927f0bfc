using Photos.Outcomes;

namespace Photos.Library;

/// <summary>One change to many photos, each for itself.</summary>
/// <param name="library">Says something of photos.</param>
/// <param name="trash">Throws photos away and takes them back.</param>
public sealed class PhotoBatches(PhotoLibrary library, PhotoTrash trash)
{
    // Enough to hide the waiting for the store, and few enough to leave it room for others.
    private const int AtOnce = 8;

    /// <summary>Changes every photo that can be changed so.</summary>
    /// <param name="owner">Whose photos.</param>
    /// <param name="ids">Which photos, as the client wrote them; one that is no id names nothing.</param>
    /// <param name="change">What to do.</param>
    /// <param name="ct">Ends the waiting.</param>
    /// <returns>What became of each, in the order of the ids.</returns>
    public async Task<IReadOnlyList<Outcome<Photo>>> ChangeAsync(
        OwnerId owner, IReadOnlyList<string> ids, BatchChange change, CancellationToken ct)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct };
        var outcomes = new Outcome<Photo>[ids.Count];

        // An id that is there twice is changed once: the second time finds everything as wanted.
        await Parallel.ForEachAsync(
            ids.Select((id, at) => (id, at)).GroupBy(named => named.id),
            options,
            async (named, stop) =>
            {
                var outcome = await ChangeAsync(owner, named.Key, change, stop);
                foreach (var (_, at) in named)
                    outcomes[at] = outcome;
            });

        return outcomes;
    }

    private async Task<Outcome<Photo>> ChangeAsync(
        OwnerId owner, string text, BatchChange change, CancellationToken ct) =>
        PhotoId.TryParse(text, out var id)
            ? await (change switch
            {
                BatchChange.Delete => trash.TrashAsync(owner, id, ExpectedVersion.Any, ct),
                BatchChange.Restore => trash.RestoreAsync(owner, id, ExpectedVersion.Any, ct),
                BatchChange.Purge => trash.PurgeAsync(owner, id, ExpectedVersion.Any, ct),
                BatchChange.Edit said => library.EditAsync(owner, id, ExpectedVersion.Any, said.What, ct),
                _ => throw new ArgumentOutOfRangeException(nameof(change)),
            })
            : Problem.Missing("photo");
}

/// <summary>What to do with each of many photos.</summary>
public abstract record BatchChange
{
    private BatchChange()
    {
    }

    /// <summary>To the trash.</summary>
    public sealed record Delete : BatchChange;

    /// <summary>Back from the trash.</summary>
    public sealed record Restore : BatchChange;

    /// <summary>Out of the trash for good.</summary>
    public sealed record Purge : BatchChange;

    /// <summary>Something is said of it.</summary>
    /// <param name="What">What.</param>
    public sealed record Edit(PhotoEdit What) : BatchChange;
}

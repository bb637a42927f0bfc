using Photos.Library;
using Photos.Outcomes;
using Photos.Verification;

namespace Photos.Tests.Safety;

/// <summary>
/// One owner with one file, the real services on real stores behind a <see cref="Safety.Gate"/>, and a memory of what
/// was acknowledged.
/// </summary>
internal sealed class World
{
    private static readonly byte[] Copy = [1, 2, 3];

    private readonly byte[] _bytes = A.Jpeg();
    private readonly IPhotoStore _photos;
    private readonly FixedClock _clock = new(A.Noon);
    private readonly Services _services;
    private readonly LibraryStores _kept;
    private readonly OwnerId _owner;
    private readonly PhotoId _id;
    private bool _isAcknowledged;
    private bool _mayBeAway;
    private int _removals;
    private int _removing;

    /// <param name="ground">The real stores.</param>
    /// <param name="owner">Whose photo; nobody else's test has the same.</param>
    public World(IGround ground, OwnerId owner)
    {
        (_photos, _owner) = (ground.Photos, owner);
        _id = PhotoId.New(_clock);
        Images = new MemoryImages(_clock);
        _kept = ground.Kept(Images);
        var (photos, usage) = ground.Behind(Gate);
        _services = new Services(photos, new FaultyImageStore(Images, Gate), usage, _clock);
    }

    public Gate Gate { get; } = new();

    public MemoryImages Images { get; }

    /// <summary>Whether a client that got no answer asks again.</summary>
    public bool IsPatient { get; init; }

    /// <summary>Photos that a list by tag or of favourites has to show at the end.</summary>
    private static readonly PhotoFilter[] Lists = [.. new[] { "a", "b" }.Select(Tagged), Favourites];

    public Task AnnounceAsync() => AskAsync(
        () => _services.Uploads.StartAsync(_owner, _id, File, null, default),
        started => _isAcknowledged |= started.Photo.State == PhotoState.Ready);

    public Task PutAsync(int link = 0)
    {
        if (link < Images.Links)
            Images.Put(link, _bytes, Copy);
        return Task.CompletedTask;
    }

    public Task FinishAsync() => AskAsync(
        () => _services.Uploads.FinishAsync(_owner, _id, null, null, default),
        done => _isAcknowledged |= done.Photo.State == PhotoState.Ready);

    /// <summary>The store tells of everything that is there, however old the news.</summary>
    public async Task NoticeAsync()
    {
        foreach (var key in Images.Keys.ToArray())
            await AskAsync(async () =>
            {
                await _services.Arrivals.ArriveAsync(key, default);
                return (Outcome<string>)key;
            });
    }

    public Task OfferCopyAsync() => AskAsync(() => _services.Renditions.StartAsync(
        _owner, _id, null, new ImageContent(MediaType.Jpeg, Copy.Length, A.DigestOf(Copy)), default));

    public Task TrashAsync() => RemoveAsync(
        () => _services.Trash.TrashAsync(_owner, _id, ExpectedVersion.Any, default));

    public Task PurgeAsync() => RemoveAsync(
        () => _services.Trash.PurgeAsync(_owner, _id, ExpectedVersion.Any, default));

    public Task RestoreAsync()
    {
        // Somebody may be throwing it away at the same time, and either may come first.
        var before = _removals;
        return AskAsync(
            () => _services.Trash.RestoreAsync(_owner, _id, ExpectedVersion.Any, default),
            _ => _mayBeAway &= _removing > 0 || _removals != before);
    }

    public Task EditAsync(PhotoEdit edit) =>
        AskAsync(() => _services.Library.EditAsync(_owner, _id, ExpectedVersion.Any, edit, default));

    public Task SweepAsync() => AskAsync(async () => (Outcome<string>)$"{await _services.Sweep.RunAsync(default)}");

    public Task WaitAsync(TimeSpan time)
    {
        Images.RemoveChosen();
        _clock.Now += time;
        Images.ChooseForRemoval();
        return Task.CompletedTask;
    }

    /// <summary>Everybody stops. Months pass, sweeps run, and what is left has to be right.</summary>
    public async Task<IReadOnlyList<string>> SettleAsync()
    {
        Gate.Revive();
        await Gate.OpenAsync(async () =>
        {
            foreach (var hours in new[] { 1, 24, 30, 24 * 31, 25 })
            {
                await WaitAsync(TimeSpan.FromHours(hours));
                await _services.Sweep.RunAsync(default);
            }

            Images.RemoveChosen();
        });
        return await DeviationsAsync();
    }

    /// <summary>Whether the photo that was acknowledged is there, whoever else is at work.</summary>
    public async Task<string?> LossAsync() =>
        !_isAcknowledged
        || _mayBeAway
        || (await _photos.FindAsync(_owner, _id, default) is { State: PhotoState.Ready } photo
            && Images.Holds(photo.Original))
            ? null
            : "an acknowledged photo is lost";

    /// <summary>
    /// What a verification tells. Wherever everybody has stopped, that is nothing: what is half done will be ended.
    /// </summary>
    public async Task<IReadOnlyList<string>> VerifyAsync()
    {
        var name = $"{_owner}/{_id}";
        var check = new PhotoCheck(Images, new PhotoRepairs(_kept, new RescueFolder(Images, "nowhere"), _clock), new());
        var seen = await new SecondLook(_kept, check).LookAsync(new PhotoGroup(name, null, []), default);
        var usage = await new UsageCheck(_kept, _clock).LookAsync(_owner, default);
        return [.. seen.Concat(usage!).Select(deviation => $"verified: {deviation}")];
    }

    private async Task<IReadOnlyList<string>> DeviationsAsync()
    {
        var wrong = new List<string>(await VerifyAsync());
        if (await LossAsync() is { } loss)
            wrong.Add(loss);

        var photo = await _photos.FindAsync(_owner, _id, default);
        if (photo is not null and not { State: PhotoState.Ready, Owed: null, Due: null, OpenUntil: null })
            wrong.Add($"stuck: {photo}");

        var named = photo?.Keys.Select(key => key.Text) ?? [];
        if (!named.Order().SequenceEqual(Images.Keys.Order()))
            wrong.Add($"orphans: named [{string.Join(' ', named)}], stored [{string.Join(' ', Images.Keys)}]");

        if (await _photos.CountComingAsync(_owner, default) is { Photos: not 0 } coming)
            wrong.Add($"room is still kept for {coming}");

        foreach (var list in Lists)
        {
            var shown = (await _photos.ListAsync(_owner, list, null, 10, default)).Photos.Count;
            var fits = photo is not null && (list.Tag is { } tag ? photo.Tags.Contains(tag) : photo.Favourite);
            if (shown != (fits ? 1 : 0))
                wrong.Add($"a list of {list} shows {shown}");
        }

        return wrong;
    }

    private async Task RemoveAsync(Func<Task<Outcome<Photo>>> ask)
    {
        (_mayBeAway, _removals, _removing) = (true, _removals + 1, _removing + 1);
        await AskAsync(ask);
        _removing--;
    }

    private ImageFile File => new(A.Name("IMG_1.jpg"), MediaType.Jpeg, _bytes.Length, A.DigestOf(_bytes));

    private static PhotoFilter Tagged(string tag) =>
        PhotoFilter.Of(PhotoState.Ready, false, PhotoTag.Stored(tag)).Is(out var filter, out _) ? filter : null!;

    private static PhotoFilter Favourites =>
        PhotoFilter.Of(PhotoState.Ready, true, null).Is(out var filter, out _) ? filter : null!;

    // One request, and the same again from a patient client.
    private async Task AskAsync<T>(Func<Task<Outcome<T>>> ask, Action<T>? acknowledge = null)
        where T : notnull
    {
        for (var attempt = 0; attempt < (IsPatient ? 2 : 1); attempt++)
        {
            Gate.Revive();
            try
            {
                if ((await ask()).Is(out var answer, out _) && !Gate.HasDied)
                    acknowledge?.Invoke(answer);
                if (!Gate.HasDied)
                    return;
            }
            catch (Exception error) when (FaultException.IsIn(error))
            {
            }
        }
    }
}

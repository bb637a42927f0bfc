using Photos.Library;

namespace Photos.Tests.Stores;

/// <summary>What every <see cref="IPhotoStore"/> promises: each sentence of the port has its test here.</summary>
public abstract partial class PhotoStoreContract
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A store that holds nothing and that no other test can see.</summary>
    protected abstract Task<IPhotoStore> EmptyStoreAsync();

    [Fact]
    public async Task A_photo_comes_back_as_it_was_added()
    {
        var store = await EmptyStoreAsync();
        var photo = A.FullPhoto();

        Assert.True(await store.AddAsync(photo, Ct));

        Assert.Equal(photo, await store.FindAsync(photo.Owner, photo.Id, Ct));
    }

    [Fact]
    public async Task A_photo_with_the_least_comes_back_as_it_was_added()
    {
        var store = await EmptyStoreAsync();
        var photo = A.Photo(state: PhotoState.Pending);

        Assert.True(await store.AddAsync(photo, Ct));

        Assert.Equal(photo, await store.FindAsync(photo.Owner, photo.Id, Ct));
    }

    [Fact]
    public async Task Adding_the_same_id_twice_changes_nothing()
    {
        var store = await EmptyStoreAsync();
        var photo = A.Photo(name: "first.jpg");
        await store.AddAsync(photo, Ct);

        Assert.False(await store.AddAsync(A.Photo(id: photo.Id, name: "second.jpg"), Ct));

        Assert.Equal(photo, await store.FindAsync(photo.Owner, photo.Id, Ct));
    }

    [Fact]
    public async Task Two_owners_may_have_the_same_id()
    {
        var store = await EmptyStoreAsync();
        var mine = A.Photo();
        await store.AddAsync(mine, Ct);

        Assert.True(await store.AddAsync(A.Photo(owner: A.Stranger, id: mine.Id), Ct));

        Assert.Equal(mine, await store.FindAsync(A.Owner, mine.Id, Ct));
    }

    [Fact]
    public async Task A_stranger_finds_nothing()
    {
        var store = await EmptyStoreAsync();
        var photo = A.Photo();
        var pending = A.Photo(state: PhotoState.Pending);
        await store.AddAsync(photo, Ct);
        await store.AddAsync(pending, Ct);

        Assert.Null(await store.FindAsync(A.Stranger, photo.Id, Ct));
        Assert.Null(await store.FindByContentAsync(A.Stranger, photo.File.Sha256, Ct));
        Assert.Null(await store.FindAnnouncedAsync(A.Stranger, pending.File.Name, Ct));
        Assert.Empty((await store.ListAsync(A.Stranger, PhotoFilter.Library, null, 10, Ct)).Photos);
    }

    [Fact]
    public async Task Many_photos_are_looked_up_at_once_and_only_what_the_owner_can_see_is_known()
    {
        var store = await EmptyStoreAsync();
        var photos = Enumerable.Range(0, 130)
            .Select(number => A.Photo(state: number % 2 == 0 ? PhotoState.Ready : PhotoState.Trashed)).ToArray();
        await Task.WhenAll(photos.Select(photo => store.AddAsync(photo, Ct)));
        var (pending, strange) = (A.Photo(state: PhotoState.Pending), A.Photo(owner: A.Stranger));
        await store.AddAsync(pending, Ct);
        await store.AddAsync(strange, Ct);
        var mine = photos.Select(photo => photo.Id).ToArray();

        var known = await store.KnownAsync(A.Owner, [.. mine, .. mine, pending.Id, strange.Id, A.NewId()], Ct);

        Assert.Equal(mine.ToHashSet(), known);
        Assert.Empty(await store.KnownAsync(A.Owner, [], Ct));
    }

    [Fact]
    public async Task The_next_version_replaces_the_one_before()
    {
        var store = await EmptyStoreAsync();
        var photo = A.Photo();
        await store.AddAsync(photo, Ct);
        var trashed = photo.Trash(A.Noon.AddHours(1));

        Assert.True(await store.ReplaceAsync(photo, trashed, Ct));

        Assert.Equal(trashed, await store.FindAsync(photo.Owner, photo.Id, Ct));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public async Task Any_other_version_replaces_nothing(int version)
    {
        var store = await EmptyStoreAsync();
        var photo = A.Photo(version: 2);
        await store.AddAsync(photo, Ct);

        var before = photo with { Version = version - 1 };
        Assert.False(await store.ReplaceAsync(before, before with { Version = version, Title = Line.Stored("late") }, Ct));

        Assert.Equal(photo, await store.FindAsync(photo.Owner, photo.Id, Ct));
    }

    [Fact]
    public async Task Replacing_what_is_not_there_adds_nothing()
    {
        var store = await EmptyStoreAsync();
        var photo = A.Photo(version: 2);

        Assert.False(await store.ReplaceAsync(photo with { Version = 1 }, photo, Ct));

        Assert.Null(await store.FindAsync(photo.Owner, photo.Id, Ct));
    }

    [Fact]
    public async Task Of_parallel_changes_to_one_version_exactly_one_wins()
    {
        var store = await EmptyStoreAsync();
        var photo = A.Photo();
        await store.AddAsync(photo, Ct);

        var writers = Enumerable.Range(0, 8).Select(number =>
            store.ReplaceAsync(photo, photo with { Version = 2, Title = Line.Stored($"writer {number}") }, Ct));
        var won = await Task.WhenAll(writers);

        Assert.Single(won, true);
    }

    [Fact]
    public async Task Bytes_belong_to_one_photo_until_it_is_being_purged()
    {
        var store = await EmptyStoreAsync();
        var pending = A.Photo(state: PhotoState.Pending, content: "same");
        var second = A.Photo(state: PhotoState.Pending, content: "same");
        await store.AddAsync(A.Photo(content: "other"), Ct);
        await store.AddAsync(pending, Ct);
        Photo[] versions =
        [
            pending,
            pending with { Version = 2, State = PhotoState.Claimed },
            pending with { Version = 3, State = PhotoState.Ready },
            pending with { Version = 4, State = PhotoState.Trashed, TrashedAt = A.Noon },
        ];
        foreach (var (before, photo) in versions.Prepend(pending).Zip(versions))
        {
            await store.ReplaceAsync(before, photo, Ct);
            Assert.Equal(photo, await store.FindByContentAsync(A.Owner, photo.File.Sha256, Ct));
            Assert.False(await store.AddAsync(second, Ct));
            Assert.Null(await store.FindAsync(A.Owner, second.Id, Ct));
        }

        await store.ReplaceAsync(versions[^1], versions[^1].Purge(A.Noon), Ct);

        Assert.Null(await store.FindByContentAsync(A.Owner, pending.File.Sha256, Ct));
        Assert.True(await store.AddAsync(second, Ct));
        Assert.Equal(second, await store.FindByContentAsync(A.Owner, second.File.Sha256, Ct));
    }

    [Fact]
    public async Task Of_parallel_photos_of_the_same_bytes_one_is_added()
    {
        var store = await EmptyStoreAsync();
        var photos = Enumerable.Range(0, 8)
            .Select(_ => A.Photo(state: PhotoState.Pending, content: "same")).ToArray();

        var added = await Task.WhenAll(photos.Select(photo => Task.Run(() => store.AddAsync(photo, Ct))));

        var only = Assert.Single(photos.Zip(added), each => each.Second).First;
        Assert.Equal(only, await store.FindByContentAsync(A.Owner, only.File.Sha256, Ct));
        Assert.Equal(new StoredAmount(1, only.File.Bytes), await store.CountComingAsync(A.Owner, Ct));
        var found = await Task.WhenAll(photos.Select(photo => store.FindAsync(A.Owner, photo.Id, Ct)));
        Assert.Single(found.OfType<Photo>());
    }

    [Fact]
    public async Task The_photo_that_was_announced_last_is_found_by_its_name_whatever_became_of_it()
    {
        var store = await EmptyStoreAsync();
        var latest = AddedAfter(minutes: 2, PhotoState.Pending, "a.jpg");
        await store.AddAsync(AddedAfter(minutes: 1, PhotoState.Pending, "a.jpg"), Ct);
        await store.AddAsync(latest, Ct);
        await store.AddAsync(AddedAfter(minutes: 4, PhotoState.Pending, "A.jpg"), Ct);
        Assert.Equal(latest, await store.FindAnnouncedAsync(A.Owner, A.Name("a.jpg"), Ct));

        var claimed = latest.Claim();
        await store.ReplaceAsync(latest, claimed, Ct);

        Assert.Equal(claimed, await store.FindAnnouncedAsync(A.Owner, A.Name("a.jpg"), Ct));
    }

    [Fact]
    public async Task A_name_means_what_was_announced_last_and_not_what_was_finished_last()
    {
        var store = await EmptyStoreAsync();
        var first = AddedAfter(minutes: 0, PhotoState.Pending, "a.jpg");
        var last = AddedAfter(minutes: 1, PhotoState.Pending, "a.jpg");
        await store.AddAsync(first, Ct);
        await store.AddAsync(last, Ct);

        var ready = first.Claim().Commit(new ReadImage(ImageFacts.None, null), null, A.Noon.AddMinutes(2));
        Assert.True(await store.ReplaceAsync(first, first.Claim(), Ct));
        Assert.True(await store.ReplaceAsync(first.Claim(), ready, Ct));

        Assert.Equal(last, await store.FindAnnouncedAsync(A.Owner, A.Name("a.jpg"), Ct));
    }

    [Fact]
    public async Task Whoever_repeats_a_write_that_has_happened_is_told_that_it_has()
    {
        var store = await EmptyStoreAsync();
        var photo = A.Photo();
        var trashed = photo.Trash(A.Noon);
        await store.AddAsync(photo, Ct);
        Assert.True(await store.AddAsync(photo, Ct));

        await store.ReplaceAsync(photo, trashed, Ct);
        Assert.True(await store.ReplaceAsync(photo, trashed, Ct));

        Assert.True(await store.RemoveAsync(trashed, Ct));
        Assert.True(await store.RemoveAsync(trashed, Ct));
    }

    [Fact]
    public async Task A_removed_photo_is_nowhere_and_only_the_version_that_was_read_is_removed()
    {
        var store = await EmptyStoreAsync();
        var photo = A.FullPhoto();
        await store.AddAsync(photo, Ct);
        Assert.False(await store.RemoveAsync(photo with { Version = 7 }, Ct));

        Assert.True(await store.RemoveAsync(photo, Ct));

        Assert.Null(await store.FindAsync(photo.Owner, photo.Id, Ct));
        Assert.Null(await store.FindByContentAsync(photo.Owner, photo.File.Sha256, Ct));
        Assert.Empty((await store.ListAsync(A.Owner, Tagged("harbour"), null, 10, Ct)).Photos);
    }

    [Fact]
    public async Task What_is_announced_counts_as_coming_until_usage_has_taken_it_in()
    {
        var store = await EmptyStoreAsync();
        var ready = A.Photo() with { Owed = new UsageMark(UsageMove.Added, 1) };
        Photo[] coming = [A.Photo(state: PhotoState.Pending), A.Photo(state: PhotoState.Claimed), ready];
        foreach (var photo in coming.Append(A.Photo()).Append(A.Photo(state: PhotoState.Purging)))
            await store.AddAsync(photo, Ct);
        var bytes = coming.Sum(photo => photo.File.Bytes);
        Assert.Equal(new StoredAmount(3, bytes), await store.CountComingAsync(A.Owner, Ct));
        Assert.Equal(default, await store.CountComingAsync(A.Stranger, Ct));

        await store.ReplaceAsync(ready, ready.Settle(A.Noon), Ct);
        await store.ReplaceAsync(coming[0], coming[0].GiveUp(A.Noon), Ct);

        Assert.Equal(new StoredAmount(1, coming[1].File.Bytes), await store.CountComingAsync(A.Owner, Ct));
    }

    [Fact]
    public async Task What_is_due_is_listed_for_all_owners()
    {
        var store = await EmptyStoreAsync();
        var due = A.Photo() with { Due = A.Noon };
        var others = A.Photo(owner: A.Stranger) with { Due = A.Noon.AddDays(-1) };
        foreach (var photo in new[] { due, others, A.Photo(), A.Photo() with { Due = A.Noon.AddMilliseconds(1) } })
            await store.AddAsync(photo, Ct);

        var listed = await store.ListDueAsync(A.Noon, 10, Ct);
        await store.ReplaceAsync(due, due.Settle(A.Noon), Ct);
        var later = await store.ListDueAsync(A.Noon, 10, Ct);

        PhotoName[] expected = [new(due.Owner, due.Id), new(others.Owner, others.Id)];
        Assert.Equal(expected.ToHashSet(), listed.ToHashSet());
        Assert.Equal(expected[1..], later);
    }

    private static Photo AddedAfter(int minutes, PhotoState state, string name) =>
        A.Photo(state: state, name: name) with { AddedAt = A.Noon.AddMinutes(minutes) };
}

using Photos.Library;

namespace Photos.Tests.Stores;

/// <summary>What every <see cref="IPhotoStore"/> promises: each sentence of the port has its test here.</summary>
public abstract class PhotoStoreContract
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
        Assert.Null(await store.FindPendingAsync(A.Stranger, pending.File.Name, Ct));
        Assert.Empty((await store.ListAsync(A.Stranger, null, 10, Ct)).Photos);
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

        Assert.True(await store.ReplaceAsync(trashed, Ct));

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

        Assert.False(await store.ReplaceAsync(photo with { Version = version, Title = A.Title("late") }, Ct));

        Assert.Equal(photo, await store.FindAsync(photo.Owner, photo.Id, Ct));
    }

    [Fact]
    public async Task Replacing_what_is_not_there_adds_nothing()
    {
        var store = await EmptyStoreAsync();
        var photo = A.Photo(version: 2);

        Assert.False(await store.ReplaceAsync(photo, Ct));

        Assert.Null(await store.FindAsync(photo.Owner, photo.Id, Ct));
    }

    [Fact]
    public async Task Of_parallel_changes_to_one_version_exactly_one_wins()
    {
        var store = await EmptyStoreAsync();
        var photo = A.Photo();
        await store.AddAsync(photo, Ct);

        var writers = Enumerable.Range(0, 8).Select(number =>
            store.ReplaceAsync(photo with { Version = 2, Title = A.Title($"writer {number}") }, Ct));
        var won = await Task.WhenAll(writers);

        Assert.Single(won, true);
    }

    [Fact]
    public async Task Ready_photos_are_listed_newest_taken_first_and_ties_by_id()
    {
        var store = await EmptyStoreAsync();
        Photo[] expected =
        [
            A.Photo(takenAt: A.Noon.AddMilliseconds(1)),
            A.Photo(takenAt: A.Noon, id: A.Id('Z')),
            A.Photo(takenAt: A.Noon, id: A.Id('0')),
            A.Photo(takenAt: A.Noon.AddYears(-74)),
            A.Photo(takenAt: A.Noon.AddYears(-93)),
        ];
        foreach (var photo in expected.Reverse())
            await store.AddAsync(photo, Ct);

        var page = await store.ListAsync(A.Owner, null, 100, Ct);

        Assert.Equal(expected, page.Photos);
        Assert.Null(page.Next);
    }

    [Fact]
    public async Task Pending_and_trashed_photos_are_not_listed()
    {
        var store = await EmptyStoreAsync();
        var ready = A.Photo();
        await store.AddAsync(A.Photo(state: PhotoState.Pending), Ct);
        await store.AddAsync(ready, Ct);
        await store.AddAsync(A.Photo(state: PhotoState.Trashed), Ct);

        var page = await store.ListAsync(A.Owner, null, 100, Ct);

        Assert.Equal([ready], page.Photos);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task Pages_of_any_size_add_up_and_only_the_last_is_short(int limit)
    {
        var store = await EmptyStoreAsync();
        var all = Enumerable.Range(0, 7).Select(age => A.Photo(takenAt: A.Noon.AddDays(-age / 2))).ToArray();
        foreach (var photo in all)
            await store.AddAsync(photo, Ct);

        var seen = new List<Photo>();
        PhotoCursor? next = null;
        do
        {
            var page = await store.ListAsync(A.Owner, next, limit, Ct);
            Assert.True(page.Photos.Count == limit || page.Next is null);
            seen.AddRange(page.Photos);
            next = page.Next;
        }
        while (next is not null && seen.Count <= all.Length);

        var expected = all
            .OrderByDescending(photo => photo.TakenAt.Local)
            .ThenByDescending(photo => photo.Id.ToString(), StringComparer.Ordinal);
        Assert.Equal(expected, seen);
    }

    [Fact]
    public async Task A_page_continues_behind_a_photo_that_is_gone()
    {
        var store = await EmptyStoreAsync();
        Photo[] photos = [.. Enumerable.Range(0, 3).Select(age => A.Photo(takenAt: A.Noon.AddDays(-age)))];
        foreach (var photo in photos)
            await store.AddAsync(photo, Ct);
        var first = await store.ListAsync(A.Owner, null, 1, Ct);

        await store.ReplaceAsync(photos[0].Trash(A.Noon), Ct);
        await store.AddAsync(A.Photo(takenAt: A.Noon.AddDays(1)), Ct);
        var rest = await store.ListAsync(A.Owner, first.Next, 10, Ct);

        Assert.Equal(photos[1..], rest.Photos);
    }

    [Fact]
    public async Task Bytes_are_found_in_the_photo_that_is_furthest_on()
    {
        var store = await EmptyStoreAsync();
        var pending = A.Photo(state: PhotoState.Pending, content: "same");
        var trashed = A.Photo(state: PhotoState.Trashed, content: "same");
        var ready = A.Photo(state: PhotoState.Ready, content: "same");
        await store.AddAsync(A.Photo(content: "other"), Ct);

        foreach (var photo in new[] { pending, trashed, ready })
        {
            await store.AddAsync(photo, Ct);
            Assert.Equal(photo, await store.FindByContentAsync(A.Owner, photo.File.Sha256, Ct));
        }
    }

    [Fact]
    public async Task A_pending_photo_is_found_by_its_name_and_the_latest_of_several()
    {
        var store = await EmptyStoreAsync();
        var latest = AddedAfter(minutes: 2, PhotoState.Pending, "a.jpg");
        await store.AddAsync(AddedAfter(minutes: 1, PhotoState.Pending, "a.jpg"), Ct);
        await store.AddAsync(latest, Ct);
        await store.AddAsync(AddedAfter(minutes: 3, PhotoState.Ready, "a.jpg"), Ct);
        await store.AddAsync(AddedAfter(minutes: 4, PhotoState.Pending, "A.jpg"), Ct);

        Assert.Equal(latest, await store.FindPendingAsync(A.Owner, A.Name("a.jpg"), Ct));
    }

    private static Photo AddedAfter(int minutes, PhotoState state, string name) =>
        A.Photo(state: state, name: name) with { AddedAt = A.Noon.AddMinutes(minutes) };
}

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
        Assert.False(await store.ReplaceAsync(before, before with { Version = version, Title = A.Title("late") }, Ct));

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
            store.ReplaceAsync(photo, photo with { Version = 2, Title = A.Title($"writer {number}") }, Ct));
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

        var page = await store.ListAsync(A.Owner, PhotoFilter.Library, null, 100, Ct);

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

        var page = await store.ListAsync(A.Owner, PhotoFilter.Library, null, 100, Ct);

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
            var page = await store.ListAsync(A.Owner, PhotoFilter.Library, next, limit, Ct);
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
        var first = await store.ListAsync(A.Owner, PhotoFilter.Library, null, 1, Ct);

        await store.ReplaceAsync(photos[0], photos[0].Trash(A.Noon), Ct);
        await store.AddAsync(A.Photo(takenAt: A.Noon.AddDays(1)), Ct);
        var rest = await store.ListAsync(A.Owner, PhotoFilter.Library, first.Next, 10, Ct);

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
    public async Task What_is_announced_and_no_photo_yet_is_counted()
    {
        var store = await EmptyStoreAsync();
        Photo[] pending = [A.Photo(state: PhotoState.Pending), A.Photo(state: PhotoState.Claimed)];
        foreach (var photo in pending.Append(A.Photo()).Append(A.Photo(state: PhotoState.Purging)))
            await store.AddAsync(photo, Ct);

        var bytes = pending.Sum(photo => photo.File.Bytes);
        Assert.Equal(new StoredAmount(2, bytes), await store.CountPendingAsync(A.Owner, Ct));
        Assert.Equal(default, await store.CountPendingAsync(A.Stranger, Ct));
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

    [Fact]
    public async Task The_trash_is_listed_by_when_a_photo_came_there()
    {
        var store = await EmptyStoreAsync();
        Photo[] trashed = [.. Enumerable.Range(0, 5).Select(age =>
            A.Photo(state: PhotoState.Trashed, takenAt: A.Noon.AddYears(age)) with { TrashedAt = A.Noon.AddDays(-age) })];
        foreach (var photo in trashed.Append(A.Photo()))
            await store.AddAsync(photo, Ct);

        Assert.Equal(trashed, await AllAsync(store, PhotoFilter.InTrash, limit: 2, trashed.Length));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_filter_pages_through_its_photos_in_order(bool byTag)
    {
        var store = await EmptyStoreAsync();
        Photo[] all = [.. Enumerable.Range(0, 20).Select(age => A.Photo(takenAt: A.Noon.AddHours(-age)) with
        {
            Favourite = age % 3 == 0,
            Tags = age % 3 == 0 ? A.Tags("beach", "harbour") : A.Tags("beach 2"),
        })];
        foreach (var photo in all)
            await store.AddAsync(photo, Ct);
        await store.AddAsync(A.Photo(owner: A.Stranger) with { Favourite = true, Tags = A.Tags("beach") }, Ct);
        var expected = all.Where((_, age) => age % 3 == 0).ToArray();
        var (from, until) = (expected[5].TakenAt.Local, expected[1].TakenAt.Local);

        Assert.Equal(expected, await AllAsync(store, Filter(null, null), limit: 3, all.Length));
        Assert.Equal(expected[1..6], await AllAsync(store, Filter(from, until), limit: 2, all.Length));
        Assert.Equal(expected[1..6], await AllAsync(store, Filter(from, until), limit: 5, all.Length));
        Assert.Equal(expected[..6], await AllAsync(store, Filter(from, null), limit: 100, all.Length));
        Assert.Equal(expected[1..], await AllAsync(store, Filter(null, until), limit: 100, all.Length));
        Assert.Empty(await AllAsync(store, Filter(A.Noon.DateTime.AddDays(1), null), limit: 100, all.Length));

        PhotoFilter Filter(DateTime? start, DateTime? end) =>
            byTag ? Tagged("beach", start, end) : A.Filter(PhotoFilter.Of(PhotoState.Ready, true, null, start, end));
    }

    [Fact]
    public async Task Dates_alone_bound_the_library_too()
    {
        var store = await EmptyStoreAsync();
        Photo[] all = [.. Enumerable.Range(0, 6).Select(age => A.Photo(takenAt: A.Noon.AddHours(-age)))];
        foreach (var photo in all)
            await store.AddAsync(photo, Ct);

        var filter = A.Filter(PhotoFilter.Of(
            PhotoState.Ready, false, null, all[4].TakenAt.Local, all[1].TakenAt.Local));

        Assert.Equal(all[1..5], await AllAsync(store, filter, limit: 2, all.Length));
    }

    [Fact]
    public async Task A_photo_is_found_by_exactly_the_tags_that_it_has_where_it_is()
    {
        var store = await EmptyStoreAsync();
        var photo = A.Photo() with { Tags = A.Tags("harbour") };
        await store.AddAsync(photo, Ct);
        Photo[] versions =
        [
            photo with { Version = 2, Tags = A.Tags("harbour", "ship") },
            photo with { Version = 3, Tags = A.Tags("ship"), TakenAt = A.Taken(A.Noon.AddYears(-1)) },
            photo with { Version = 4, Tags = A.Tags("ship"), State = PhotoState.Trashed, TrashedAt = A.Noon },
            photo with { Version = 5, Tags = A.Tags("harbour") },
            photo with { Version = 6 , Tags = PhotoTags.None },
        ];

        foreach (var version in versions)
        {
            Assert.True(await store.ReplaceAsync(photo, version, Ct));
            photo = version;
            foreach (var tag in new[] { "harbour", "ship" })
            {
                var shown = (await store.ListAsync(A.Owner, Tagged(tag), null, 10, Ct)).Photos;
                var fits = photo.State == PhotoState.Ready && photo.Tags.Any(each => each.Text == tag);
                Assert.Equal(fits ? [photo] : [], shown);
            }
        }
    }

    private static PhotoFilter Tagged(string tag, DateTime? from = null, DateTime? until = null) =>
        A.Filter(PhotoFilter.Of(PhotoState.Ready, false, PhotoTag.Stored(tag), from, until));

    private static async Task<List<Photo>> AllAsync(IPhotoStore store, PhotoFilter filter, int limit, int most)
    {
        var seen = new List<Photo>();
        PhotoCursor? next = null;
        do
        {
            var page = await store.ListAsync(A.Owner, filter, next, limit, Ct);
            Assert.True(page.Photos.Count == limit || page.Next is null);
            seen.AddRange(page.Photos);
            next = page.Next;
        }
        while (next is not null && seen.Count <= most);

        return seen;
    }

    private static Photo AddedAfter(int minutes, PhotoState state, string name) =>
        A.Photo(state: state, name: name) with { AddedAt = A.Noon.AddMinutes(minutes) };
}

using Photos.Library;

namespace Photos.Tests.Stores;

/// <content>Lists: whole, filtered, in pages.</content>
public abstract partial class PhotoStoreContract
{
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
    public async Task The_trash_is_listed_by_when_a_photo_came_there()
    {
        var store = await EmptyStoreAsync();
        Photo[] trashed = [.. Enumerable.Range(0, 5).Select(age =>
            A.Photo(state: PhotoState.Trashed, takenAt: A.Noon.AddYears(age)) with
            {
                TrashedAt = A.Noon.AddDays(-age),
            })];
        foreach (var photo in trashed.Append(A.Photo()))
            await store.AddAsync(photo, Ct);

        Assert.Equal(trashed, await AllAsync(store, PhotoFilter.InTrash, limit: 2, trashed.Length));
    }

    [Theory]
    [InlineData(false, null)]
    [InlineData(true, null)]
    [InlineData(false, "beach")]
    public async Task Nothing_is_in_a_stretch_that_ends_before_it_begins(bool favourite, string? tag)
    {
        var store = await EmptyStoreAsync();
        await store.AddAsync(A.Photo() with { Favourite = true, Tags = A.Tags("beach") }, Ct);
        var noon = A.Noon.UtcDateTime;
        var filter = A.Filter(PhotoFilter.Of(
            PhotoState.Ready, favourite, tag is null ? null : PhotoTag.Stored(tag), noon, noon.AddDays(-1)));

        var page = await store.ListAsync(A.Owner, filter, null, 10, Ct);

        Assert.Empty(page.Photos);
        Assert.Null(page.Next);
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
}

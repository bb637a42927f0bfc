using NSubstitute;
using Photos.Functions;
using Photos.Library;

namespace Photos.Tests.Functions;

public sealed class PhotoFunctionsTests
{
    private readonly IPhotoStore _photos = Substitute.For<IPhotoStore>();
    private readonly IImageStore _images = Substitute.For<IImageStore>();
    private readonly IUsageStore _usage = Substitute.For<IUsageStore>();
    private readonly FixedClock _clock = new(A.Noon);
    private readonly PhotoFunctions _functions;
    private readonly TrashFunctions _trash;

    public PhotoFunctionsTests()
    {
        _images.SignDownloadAsync(default!, default!, default!, default, default)
            .ReturnsForAnyArgs(call => new Uri($"https://media.example/{call.Arg<ImageKey>()}"));
        var services = new Services(_photos, _images, _usage, _clock);
        _functions = new PhotoFunctions(
            services.Library, new PhotoPresenter(_images, _clock), A.Cursors(_clock));
        _trash = new TrashFunctions(services.Trash, new PhotoPresenter(_images, _clock), A.Once(_clock));
    }

    [Fact]
    public async Task Get_answers_with_the_callers_photo_its_links_and_its_tag()
    {
        var photo = Remembered(A.Photo(name: "harbour.jpg", version: 3));

        var answer = Answer.Of(await _functions.GetPhoto(Ask.As(A.Owner), Ask.Context, photo.Id.ToString()));

        Assert.Equal(200, answer.Status);
        Assert.Equal("harbour.jpg", answer.Body.GetProperty("name").GetString());
        var links = answer.Body.GetProperty("links");
        Assert.Equal($"https://media.example/{photo.Original}", links.GetProperty("original").GetString());
        Assert.StartsWith("\"3.", answer.Headers["etag"], StringComparison.Ordinal);
        Assert.Equal("private, no-cache", answer.Headers["cache-control"]);
    }

    [Fact]
    public async Task A_photo_never_promises_its_links_for_longer_than_they_live()
    {
        var photo = Remembered(A.Photo());
        _images.SignDownloadAsync(default!, default!, default!, default, default).ReturnsForAnyArgs(_ =>
        {
            _clock.Now += TimeSpan.FromSeconds(1);
            return new Uri("https://media.example/signed");
        });
        _clock.Now = A.Noon.AddMilliseconds(900);

        var answer = Answer.Of(await _functions.GetPhoto(Ask.As(A.Owner), Ask.Context, photo.Id.ToString()));

        // A signature is dated in whole seconds, so its life begins with the second in which it was made.
        Assert.Equal("2026-06-01T13:00:00Z", answer.Body.GetProperty("links").GetProperty("expiresAt").GetString());
    }

    [Fact]
    public async Task A_copy_is_downloaded_by_the_name_of_what_it_is()
    {
        var photo = A.Photo(name: "harbour.heic");
        Remembered(photo with { Thumbnail = ImageKey.Stored("thumbnail") });

        await _functions.GetPhoto(Ask.As(A.Owner), Ask.Context, photo.Id.ToString());

        await _images.Received().SignDownloadAsync(
            ImageKey.Stored("thumbnail"),
            A.Name("harbour.jpg"),
            A.Type("image/jpeg"),
            new LinkLife(A.Noon, A.Noon.AddHours(1)),
            Arg.Any<CancellationToken>());
    }

    [Theory]
    [InlineData(0, 13 * 60)]
    [InlineData(29, 13 * 60)]
    [InlineData(30, 13 * 60 + 30)]
    public async Task Links_stay_the_same_for_half_an_hour_and_live_for_half_an_hour_more(int minutes, int end)
    {
        var photo = Remembered(A.Photo());
        _clock.Now += TimeSpan.FromMinutes(minutes);

        var answer = Answer.Of(await _functions.GetPhoto(Ask.As(A.Owner), Ask.Context, photo.Id.ToString()));

        var until = A.Noon.Date.AddMinutes(end);
        await _images.Received().SignDownloadAsync(
            photo.Original,
            photo.File.Name,
            photo.File.Type,
            new LinkLife(new DateTimeOffset(until, TimeSpan.Zero).AddHours(-1), new DateTimeOffset(until, TimeSpan.Zero)),
            Arg.Any<CancellationToken>());
        Assert.Equal(until, answer.Body.GetProperty("links").GetProperty("expiresAt").GetDateTime());
    }

    [Fact]
    public async Task Members_that_do_not_apply_are_left_out()
    {
        var photo = Remembered(A.Photo());

        var answer = Answer.Of(await _functions.GetPhoto(Ask.As(A.Owner), Ask.Context, photo.Id.ToString()));

        Assert.All(
            ["title", "width", "camera", "place", "trashedAt", "purgeAt"],
            member => Assert.False(answer.Body.TryGetProperty(member, out _), member));
        Assert.False(answer.Body.GetProperty("links").TryGetProperty("thumbnail", out _));
    }

    [Fact]
    public async Task A_caller_who_has_the_photo_already_gets_304_until_its_links_grow_old()
    {
        var photo = Remembered(A.Photo());
        var first = Answer.Of(await _functions.GetPhoto(Ask.As(A.Owner), Ask.Context, photo.Id.ToString()));
        var again = Ask.As(A.Owner, headers: ("if-none-match", first.Headers["etag"]));

        var soon = Answer.Of(await _functions.GetPhoto(again, Ask.Context, photo.Id.ToString()));
        _clock.Now += TimeSpan.FromMinutes(30);
        var later = Answer.Of(await _functions.GetPhoto(again, Ask.Context, photo.Id.ToString()));

        Assert.Equal((304, ""), (soon.Status, soon.Text));
        Assert.Equal(200, later.Status);
    }

    [Theory]
    [InlineData("not-an-id")]
    [InlineData("01J00000000000000000000009")]
    public async Task Get_answers_404_for_an_id_that_names_nothing(string id)
    {
        var answer = Answer.Of(await _functions.GetPhoto(Ask.As(A.Owner), Ask.Context, id));

        Assert.Equal((404, "application/problem+json"), (answer.Status, answer.Headers["content-type"]));
        Assert.Equal("missing", answer.Body.GetProperty("code").GetString());
        Assert.Equal("request-1", answer.Body.GetProperty("requestId").GetString());
    }

    [Fact]
    public async Task A_pending_photo_does_not_exist_yet()
    {
        var photo = Remembered(A.Photo(state: PhotoState.Pending));

        var answer = Answer.Of(await _functions.GetPhoto(Ask.As(A.Owner), Ask.Context, photo.Id.ToString()));

        Assert.Equal(404, answer.Status);
    }

    [Fact]
    public async Task Delete_moves_the_photo_to_the_trash_for_thirty_days()
    {
        var photo = Remembered(A.Photo());
        _photos.ReplaceAsync(default!, default!, default).ReturnsForAnyArgs(true);

        var answer = await DeleteAsync(photo);

        Assert.Equal(200, answer.Status);
        Assert.Equal("trashed", answer.Body.GetProperty("state").GetString());
        Assert.Equal(A.Noon.AddDays(30).UtcDateTime, answer.Body.GetProperty("purgeAt").GetDateTime());
        await _photos.Received().ReplaceAsync(photo, photo.Trash(A.Noon), Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task Deleting_twice_is_the_same_as_deleting_once()
    {
        var photo = Remembered(A.Photo(state: PhotoState.Trashed));

        var answer = await DeleteAsync(photo);

        Assert.Equal(200, answer.Status);
        await _photos.DidNotReceiveWithAnyArgs().ReplaceAsync(default!, default!, default);
    }

    [Fact]
    public async Task Restore_brings_a_photo_back_as_it_was()
    {
        var photo = Remembered(A.Photo(state: PhotoState.Trashed));
        _photos.ReplaceAsync(default!, default!, default).ReturnsForAnyArgs(true);

        var answer = Answer.Of(await _trash.RestorePhoto(Ask.As(A.Owner), Ask.Context, photo.Id.ToString()));

        Assert.Equal("ready", answer.Body.GetProperty("state").GetString());
        Assert.False(answer.Body.TryGetProperty("purgeAt", out _));
    }

    [Theory]
    [InlineData("\"2.1\"", 412)]
    [InlineData("\"nonsense\"", 412)]
    [InlineData("W/\"3.0\"", 412)]
    [InlineData("3.0", 412)]
    [InlineData("\"a,3.0\"", 412)]
    [InlineData("", 412)]
    [InlineData("\"1.0\", \"3.0\"", 200)]
    [InlineData("\"3.0\"", 200)]
    [InlineData("*", 200)]
    public async Task If_match_compares_the_version_and_nothing_else(string tag, int status)
    {
        var photo = Remembered(A.Photo(version: 3));
        _photos.ReplaceAsync(default!, default!, default).ReturnsForAnyArgs(true);

        var request = Ask.As(A.Owner, headers: ("if-match", tag));
        var answer = Answer.Of(await _trash.DeletePhoto(request, Ask.Context, photo.Id.ToString(), permanent: null));

        Assert.Equal(status, answer.Status);
    }

    [Fact]
    public async Task A_change_that_came_first_is_read_and_the_delete_repeated()
    {
        var photo = A.Photo();
        _photos.FindAsync(A.Owner, photo.Id, Arg.Any<CancellationToken>()).Returns(photo, photo with { Version = 2 });
        _photos.ReplaceAsync(default!, default!, default).ReturnsForAnyArgs(false, true);

        var answer = await DeleteAsync(photo);

        Assert.Equal(200, answer.Status);
        Assert.StartsWith("\"4.", answer.Headers["etag"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_answers_with_a_page_and_the_way_to_the_next()
    {
        var photo = A.Photo();
        _photos.ListAsync(A.Owner, PhotoFilter.Library, null, 1, Arg.Any<CancellationToken>())
            .Returns(new PhotoPage([photo], PhotoCursor.At(photo)));

        var answer = await ListAsync(limit: "1");

        var next = answer.Body.GetProperty("next").GetString();
        Assert.Equal(photo.Id.ToString(), answer.Body.GetProperty("items")[0].GetProperty("id").GetString());
        Assert.Equal($"</photos?limit=1&after={next}>; rel=\"next\"", answer.Headers["link"]);
    }

    [Fact]
    public async Task The_last_page_says_null_for_the_next()
    {
        _photos.ListAsync(default!, default!, default, default, default).ReturnsForAnyArgs(new PhotoPage([], null));

        var answer = await ListAsync();

        Assert.Equal("""{"items":[],"next":null}""", answer.Text);
        Assert.False(answer.Headers.ContainsKey("link"));
    }

    [Theory]
    [InlineData(null, 50)]
    [InlineData("0", 1)]
    [InlineData("-5", 1)]
    [InlineData("7", 7)]
    [InlineData("100000", 200)]
    public async Task A_limit_is_brought_into_bounds(string? limit, int asked)
    {
        _photos.ListAsync(default!, default!, default, default, default).ReturnsForAnyArgs(new PhotoPage([], null));

        await ListAsync(limit);

        await _photos.Received().ListAsync(A.Owner, PhotoFilter.Library, null, asked, Arg.Any<CancellationToken>());
    }

    [Theory]
    [InlineData("many", null, "/limit")]
    [InlineData(null, "yesterday", "/after")]
    public async Task List_refuses_what_it_did_not_hand_out(string? limit, string? after, string pointer)
    {
        var answer = await ListAsync(limit, after);

        Assert.Equal(400, answer.Status);
        Assert.Equal(pointer, answer.Body.GetProperty("errors")[0].GetProperty("pointer").GetString());
        await _photos.DidNotReceiveWithAnyArgs().ListAsync(default!, default!, default, default, default);
    }

    private async Task<Answer> DeleteAsync(Photo photo, string? permanent = null) =>
        Answer.Of(await _trash.DeletePhoto(Ask.As(A.Owner), Ask.Context, photo.Id.ToString(), permanent));

    private async Task<Answer> ListAsync(string? limit = null, string? after = null) => Answer.Of(
        await _functions.ListPhotos(Ask.As(A.Owner), Ask.Context, limit, after, null, null, null, null, null));

    private Photo Remembered(Photo photo)
    {
        _photos.FindAsync(photo.Owner, photo.Id, Arg.Any<CancellationToken>()).Returns(photo);
        return photo;
    }
}

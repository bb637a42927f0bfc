using NSubstitute;
using Photos.Books;
using Photos.Embedded;
using Photos.Functions;
using Photos.Functions.Http;
using Photos.Library;
using Photos.Tests.Stores;

namespace Photos.Tests.Functions;

public sealed class BookFunctionsTests(ScratchDatabase scratch) : IClassFixture<ScratchDatabase>, IAsyncLifetime
{
    private readonly FixedClock _clock = new(A.Noon);
    private readonly IPhotoStore _photos = Substitute.For<IPhotoStore>();
    private readonly HashSet<PhotoId> _known = [A.Id('1'), A.Id('2'), A.Id('3')];
    private BookFunctions _functions = null!;

    public async ValueTask InitializeAsync()
    {
        _photos.KnownAsync(A.Owner, default!, default).ReturnsForAnyArgs(call =>
            call.Arg<IReadOnlyCollection<PhotoId>>().Where(_known.Contains).ToHashSet());
        var database = await scratch.NewAsync(TestContext.Current.CancellationToken);
        _functions = new BookFunctions(
            new BookShelf(new SqliteBookStore(database), _photos, _clock),
            A.Cursors(_clock),
            new Once(new SqliteRequestStore(database), _clock));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_book_loses_the_page_whose_photo_is_purged()
    {
        var book = await MakeAsync("""{"title":"a","cover":"ID2","pages":[{"photoId":"ID1"},{"photoId":"ID2"},{"photoId":"ID3"}]}""");

        _known.Remove(A.Id('2'));
        var read = await GetAsync(Id(book), ("if-none-match", book.Headers["etag"]));

        Assert.Equal((200, "1 3"), (read.Status, Pages(read)));
        Assert.False(read.Body.TryGetProperty("cover", out _));
        Assert.Equal(304, (await GetAsync(Id(book), ("if-none-match", read.Headers["etag"]))).Status);
    }

    [Fact]
    public async Task A_tag_from_before_the_purge_still_changes_the_book_and_the_page_leaves_then()
    {
        var book = await MakeAsync("""{"title":"a","pages":[{"photoId":"ID1"},{"photoId":"ID2"}]}""");
        _known.Remove(A.Id('2'));

        var changed = await ChangeAsync(Id(book), """{"title":"b"}""", book.Headers["etag"]);
        _known.Add(A.Id('2'));

        Assert.Equal((200, "1"), (changed.Status, Pages(changed)));
        Assert.Equal("1", Pages(await GetAsync(Id(book))));
        Assert.Equal(changed.Headers["etag"], (await GetAsync(Id(book))).Headers["etag"]);
    }

    [Fact]
    public async Task Who_replaces_a_book_and_does_not_know_of_the_purge_is_not_refused()
    {
        var book = await MakeAsync("""{"title":"a","pages":[{"photoId":"ID1"},{"photoId":"ID2"}]}""");
        _known.Remove(A.Id('2'));
        var body = Ids("""{"title":"b","pages":[{"photoId":"ID2"},{"photoId":"ID1"}]}""");

        var request = Ask.As(A.Owner, body, headers: ("if-match", book.Headers["etag"]));
        var replaced = Answer.Of(await _functions.ReplaceBook(request, Ask.Context, Id(book)));

        Assert.Equal((200, "1"), (replaced.Status, Pages(replaced)));
    }

    [Theory]
    [InlineData("""{"title":"a","cover":"ID9"}""", 404, "/cover")]
    [InlineData("""{"title":"a","pages":[{"photoId":"ID1"},{"photoId":"ID9"}]}""", 404, "/pages/1/photoId")]
    [InlineData("""{"title":"a","pages":[{"photoId":"ID1"},{"photoId":"nonsense"}]}""", 400, "/pages/1/photoId")]
    [InlineData("""{"title":"a","pages":[{}]}""", 400, "/pages/0/photoId")]
    [InlineData("""{"title":"a","pages":[null]}""", 400, "/pages/0/photoId")]
    [InlineData("""{"title":"a","pages":[{"photoId":"ID1","owner":"x"}]}""", 400, "/pages/0/owner")]
    [InlineData("""{"title":"a","pages":[{"photoId":"ID1","caption":"a\nb"}]}""", 400, "/pages/0/caption")]
    [InlineData("""{"title":" "}""", 400, "/title")]
    [InlineData("""{"pages":[]}""", 400, "/title")]
    [InlineData("""{"title":"a","id":"ID1"}""", 400, "/id")]
    [InlineData("""{"title":"a","createdAt":"2026-01-01T00:00:00Z"}""", 400, "/createdAt")]
    public async Task What_is_no_book_is_refused_and_nothing_is_written(string body, int status, string pointer)
    {
        var answer = await MakeAsync(body);

        Assert.Equal(status, answer.Status);
        Assert.Equal(pointer, answer.Body.GetProperty("errors")[0].GetProperty("pointer").GetString());
        Assert.Equal("""{"items":[],"next":null}""", (await ListAsync()).Text);
    }

    [Fact]
    public async Task A_book_has_five_hundred_pages_and_captions_of_three_hundred_characters_and_no_more()
    {
        var page = $$"""{"photoId":"ID1","caption":"{{new string('x', 300)}}"}""";
        var emoji = $$"""{"title":"a","pages":[{"photoId":"ID1","caption":"{{string.Concat(Enumerable.Repeat("\U0001F6A2", 300))}}"}]}""";

        Assert.Equal(201, (await MakeAsync($$"""{"title":"a","pages":[{{Repeat(page, 500)}}]}""")).Status);
        Assert.Equal(400, (await MakeAsync($$"""{"title":"a","pages":[{{Repeat("""{"photoId":"ID1"}""", 501)}}]}""")).Status);
        Assert.Equal(201, (await MakeAsync(emoji)).Status);
        Assert.Equal(400, (await MakeAsync(emoji.Replace("\"}]", "!\"}]", StringComparison.Ordinal))).Status);
    }

    [Theory]
    [InlineData("""{}""", "a", "1", "1")]
    [InlineData("""{"title":"b"}""", "b", "1", "1")]
    [InlineData("""{"cover":null}""", "a", null, "1")]
    [InlineData("""{"cover":"ID2"}""", "a", "2", "1")]
    [InlineData("""{"pages":null}""", "a", "1", "")]
    [InlineData("""{"pages":[{"photoId":"ID3"},{"photoId":"ID1"}]}""", "a", "1", "3 1")]
    public async Task A_patch_changes_what_it_names_and_removes_what_is_null(
        string patch, string title, string? cover, string pages)
    {
        var book = await MakeAsync("""{"title":"a","cover":"ID1","pages":[{"photoId":"ID1"}]}""");
        _clock.Now += TimeSpan.FromMinutes(1);

        var changed = await ChangeAsync(Id(book), patch, "*");

        Assert.Equal((200, title, pages), (changed.Status, changed.Body.GetProperty("title").GetString(), Pages(changed)));
        Assert.Equal(cover, changed.Body.TryGetProperty("cover", out var shown) ? shown.GetString()![^1..] : null);
        Assert.Equal(A.Noon.UtcDateTime, changed.Body.GetProperty("createdAt").GetDateTime());
        Assert.Equal(_clock.Now.UtcDateTime, changed.Body.GetProperty("changedAt").GetDateTime());
    }

    [Fact]
    public async Task A_title_cannot_be_taken_away() =>
        Assert.Equal(400, (await ChangeAsync(Id(await MakeAsync("""{"title":"a"}""")), """{"title":null}""", "*")).Status);

    [Fact]
    public async Task Photos_are_looked_up_together_and_only_where_there_are_any()
    {
        await MakeAsync("""{"title":"a","pages":[]}""");
        await _photos.DidNotReceiveWithAnyArgs().KnownAsync(default!, default!, default);

        await MakeAsync($$"""{"title":"a","pages":[{{Repeat("""{"photoId":"ID1"}""", 100)}}]}""");
        await _photos.ReceivedWithAnyArgs(1).KnownAsync(default!, default!, default);
    }

    private static string Repeat(string page, int times) => string.Join(',', Enumerable.Repeat(page, times));

    private static string Ids(string body) => body.Replace("\"ID", "\"01J0000000000000000000000", StringComparison.Ordinal);

    private static string Id(Answer book) => book.Body.GetProperty("id").GetString()!;

    private static string Pages(Answer book) => string.Join(' ', book.Body.GetProperty("pages").EnumerateArray()
        .Select(page => page.GetProperty("photoId").GetString()![^1..]));

    private async Task<Answer> MakeAsync(string body) =>
        Answer.Of(await _functions.CreateBook(Ask.As(A.Owner, Ids(body)), Ask.Context));

    private async Task<Answer> GetAsync(string id, params (string Name, string Value)[] headers) =>
        Answer.Of(await _functions.GetBook(Ask.As(A.Owner, headers: headers), Ask.Context, id));

    private async Task<Answer> ListAsync() =>
        Answer.Of(await _functions.ListBooks(Ask.As(A.Owner), Ask.Context, limit: null, after: null));

    private async Task<Answer> ChangeAsync(string id, string patch, string tag) => Answer.Of(
        await _functions.ChangeBook(Ask.As(A.Owner, Ids(patch), headers: ("if-match", tag)), Ask.Context, id));
}

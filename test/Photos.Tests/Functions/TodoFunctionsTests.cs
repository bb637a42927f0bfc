using NSubstitute;
using Photos.Embedded;
using Photos.Functions;
using Photos.Functions.Http;
using Photos.Library;
using Photos.Tests.Stores;
using Photos.Todos;

namespace Photos.Tests.Functions;

public sealed class TodoFunctionsTests(ScratchDatabase scratch) : IClassFixture<ScratchDatabase>, IAsyncLifetime
{
    private readonly FixedClock _clock = new(A.Noon);
    private readonly HashSet<PhotoId> _known = [A.Id('1')];
    private TodoFunctions _functions = null!;

    public async ValueTask InitializeAsync()
    {
        var photos = Substitute.For<IPhotoStore>();
        photos.KnownAsync(A.Owner, default!, default).ReturnsForAnyArgs(call =>
            call.Arg<IReadOnlyCollection<PhotoId>>().Where(_known.Contains).ToHashSet());
        var database = await scratch.NewAsync(TestContext.Current.CancellationToken);
        _functions = new TodoFunctions(
            new TodoShelf(new SqliteTodoStore(database), photos, _clock),
            A.Cursors(_clock),
            new Once(new SqliteRequestStore(database), _clock));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("""{"title":"a"}""", null, false, null)]
    [InlineData("""{"title":"a","due":"2026-12-24"}""", "2026-12-24", false, null)]
    [InlineData("""{"title":"a","due_date":"2024-02-29"}""", "2024-02-29", false, null)]
    [InlineData("""{"title":"a","due_date":null,"due":"2026-12-24"}""", "2026-12-24", false, null)]
    [InlineData("""{"title":"a","done":true}""", null, true, null)]
    [InlineData("""{"title":"a","photoId":"ID1"}""", null, true, "1")]
    [InlineData("""{"title":"a","photoId":"ID1","done":false}""", null, false, "1")]
    public async Task A_to_do_is_written_down(string body, string? due, bool done, string? photo)
    {
        var made = await MakeAsync(body);

        Assert.Equal((201, due, done, photo), (made.Status, Text(made, "due"), made.Body.GetProperty("done").GetBoolean(), Text(made, "photoId")?[^1..]));
    }

    [Theory]
    [InlineData("""{}""", 400, "/title")]
    [InlineData("""{"title":"a","due":"24.12.2026"}""", 400, "/due")]
    [InlineData("""{"title":"a","due_date":"2026-02-30"}""", 400, "/due_date")]
    [InlineData("""{"title":"a","due":"2026-01-01","due_date":"2026-01-01"}""", 400, "/due_date")]
    [InlineData("""{"title":"a","done":"yes"}""", 400, "/done")]
    [InlineData("""{"title":"a","photoId":"ID9"}""", 404, "/photoId")]
    [InlineData("""{"title":"a","photoId":"nonsense"}""", 400, "/photoId")]
    [InlineData("""{"title":"a","owner":"x"}""", 400, "/owner")]
    public async Task What_is_no_to_do_is_refused(string body, int status, string pointer)
    {
        var answer = await MakeAsync(body);

        Assert.Equal((status, pointer), (answer.Status, answer.Body.GetProperty("errors")[0].GetProperty("pointer").GetString()));
        Assert.Equal("""{"items":[],"next":null}""", (await ListAsync(null)).Text);
    }

    [Theory]
    [InlineData("""{}""", "2026-12-24", false, null)]
    [InlineData("""{"due":null}""", null, false, null)]
    [InlineData("""{"due_date":null}""", null, false, null)]
    [InlineData("""{"due_date":"2027-01-01"}""", "2027-01-01", false, null)]
    [InlineData("""{"done":true}""", "2026-12-24", true, null)]
    [InlineData("""{"photoId":"ID1"}""", "2026-12-24", true, "1")]
    [InlineData("""{"photoId":"ID1","done":false}""", "2026-12-24", false, "1")]
    public async Task A_patch_changes_what_it_names_and_removes_what_is_null(
        string patch, string? due, bool done, string? photo)
    {
        var made = await MakeAsync("""{"title":"a","due":"2026-12-24"}""");

        var changed = await ChangeAsync(Text(made, "id")!, patch);

        Assert.Equal((200, due, done, photo), (changed.Status, Text(changed, "due"), changed.Body.GetProperty("done").GetBoolean(), Text(changed, "photoId")?[^1..]));
    }

    [Fact]
    public async Task A_purged_photo_leaves_the_to_do_done()
    {
        var made = await MakeAsync("""{"title":"a","photoId":"ID1"}""");
        _known.Clear();

        var read = Answer.Of(await _functions.GetTodo(
            Ask.As(A.Owner, headers: ("if-none-match", made.Headers["etag"])), Ask.Context, Text(made, "id")!));
        var changed = await ChangeAsync(Text(made, "id")!, """{"title":"b"}""", made.Headers["etag"]);

        Assert.Equal((200, null, true), (read.Status, Text(read, "photoId"), read.Body.GetProperty("done").GetBoolean()));
        Assert.Equal((200, null), (changed.Status, Text(changed, "photoId")));
    }

    [Theory]
    [InlineData("maybe", 400)]
    [InlineData("True", 400)]
    [InlineData("true", 200)]
    [InlineData("false", 200)]
    public async Task The_filter_is_true_or_false(string done, int status) =>
        Assert.Equal(status, (await ListAsync(done)).Status);

    private static string? Text(Answer answer, string member) =>
        answer.Body.TryGetProperty(member, out var value) ? value.GetString() : null;

    private static string Ids(string body) => body.Replace("\"ID", "\"01J0000000000000000000000", StringComparison.Ordinal);

    private async Task<Answer> MakeAsync(string body) =>
        Answer.Of(await _functions.CreateTodo(Ask.As(A.Owner, Ids(body)), Ask.Context));

    private async Task<Answer> ListAsync(string? done) =>
        Answer.Of(await _functions.ListTodos(Ask.As(A.Owner), Ask.Context, done, limit: null, after: null));

    private async Task<Answer> ChangeAsync(string id, string patch, string tag = "*") => Answer.Of(
        await _functions.ChangeTodo(Ask.As(A.Owner, Ids(patch), headers: ("if-match", tag)), Ask.Context, id));
}

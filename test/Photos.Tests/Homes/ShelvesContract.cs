using System.Text.Json;

namespace Photos.Tests.Homes;

/// <summary>Books, to-dos and the account as clients see them, over real sockets: the same answers in both homes.</summary>
public abstract class ShelvesContract(Home home)
{
    [Fact]
    public async Task A_book_is_made_read_changed_replaced_and_removed()
    {
        using var ada = home.NewAccount();
        var (one, two) = (await UploadAsync(ada), await UploadAsync(ada));

        var made = await ada.PostAsync(
            "/books", new { title = "Summer", pages = new[] { new { photoId = one, caption = "Harbour" } } });
        Assert.Equal((201, $"/books/{made.Id}"), (made.Status, made.Headers["location"]));
        var path = made.Headers["location"];
        var read = await ada.GetAsync(path);
        Assert.Equal((200, made.Text), (read.Status, read.Text));
        Assert.Equal(made.Headers["etag"], read.Headers["etag"]);

        var patched = await ada.SendAsync("PATCH", path, new { cover = two }, Match(read));
        Assert.Equal((200, two), (patched.Status, patched.Json.GetProperty("cover").GetString()));
        Assert.Equal("Harbour", patched.Json.GetProperty("pages")[0].GetProperty("caption").GetString());

        var replaced = await ada.SendAsync(
            "PUT", path, new { title = "Autumn", pages = new[] { new { photoId = two }, new { photoId = one } } },
            Match(patched));
        Assert.Equal(200, replaced.Status);
        Assert.False(replaced.Json.TryGetProperty("cover", out _));
        Assert.Equal([two, one], PhotosOf(replaced));
        Assert.Equal(412, (await ada.SendAsync("PUT", path, new { title = "Late" }, Match(read))).Status);

        Assert.Equal(204, (await ada.SendAsync("DELETE", path, null, Match(replaced))).Status);
        Assert.Equal(404, (await ada.GetAsync(path)).Status);
        Assert.Equal(404, (await ada.SendAsync("PATCH", path, new { title = "x" }, ("if-match", "*"))).Status);
        Assert.Equal("ready", (await ada.GetAsync($"/photos/{one}")).Json.GetProperty("state").GetString());
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    public async Task A_book_is_not_changed_in_the_dark(string method)
    {
        using var ada = home.NewAccount();
        var path = (await ada.PostAsync("/books", new { title = "Summer" })).Headers["location"];
        var body = method == "DELETE" ? null : new { title = "Dark" };

        var refused = await ada.SendAsync(method, path, body);

        Assert.Equal((428, "precondition-required"), (refused.Status, refused.Json.GetProperty("code").GetString()));
        Assert.Equal("Summer", (await ada.GetAsync(path)).Json.GetProperty("title").GetString());
    }

    [Fact]
    public async Task Of_fifty_changes_of_one_version_at_once_one_is_made()
    {
        using var ada = home.NewAccount();
        var book = await ada.PostAsync("/books", new { title = "Summer" });

        var changes = await Task.WhenAll(Enumerable.Range(0, 50).Select(number =>
            ada.SendAsync("PATCH", book.Headers["location"], new { title = $"Summer {number}" }, Match(book))));

        var made = Assert.Single(changes, change => change.Status == 200);
        Assert.All(changes, change => Assert.True(change.Status is 200 or 412));
        Assert.Equal(made.Text, (await ada.GetAsync(book.Headers["location"])).Text);
    }

    [Fact]
    public async Task Of_fifty_changes_by_ten_people_at_once_none_is_lost()
    {
        using var ada = home.NewAccount();
        var photo = await UploadAsync(ada);
        var path = (await ada.PostAsync("/books", new { title = "Summer" })).Headers["location"];

        await Task.WhenAll(Enumerable.Range(0, 10).Select(async person =>
        {
            for (var page = 0; page < 5; page++)
                await AddPageAsync($"{person} {page}");
        }));

        var captions = (await ada.GetAsync(path)).Json.GetProperty("pages").EnumerateArray()
            .Select(page => page.GetProperty("caption").GetString());
        Assert.Equal(50, captions.Distinct().Count());

        async Task AddPageAsync(string caption)
        {
            Reply changed;
            do
            {
                var book = await ada.GetAsync(path);
                object[] pages = [.. book.Json.GetProperty("pages").EnumerateArray(), new { photoId = photo, caption }];
                changed = await ada.SendAsync("PATCH", path, new { pages }, Match(book));
            }
            while (changed.Status == 412);

            Assert.Equal(200, changed.Status);
        }
    }

    [Fact]
    public async Task Ten_clients_with_one_key_make_one_book_and_get_one_answer()
    {
        using var ada = home.NewAccount();
        var key = ("idempotency-key", "the same for all");

        var replies = await Task.WhenAll(Enumerable.Range(0, 10)
            .Select(_ => ada.SendAsync("POST", "/books", new { title = "Summer" }, key)));

        Assert.All(replies, reply => Assert.Equal((201, replies[0].Text), (reply.Status, reply.Text)));
        Assert.Single(replies.Select(reply => (reply.Headers["etag"], reply.Headers["location"])).Distinct());
        Assert.Equal(1, (await ada.GetAsync("/books")).Json.GetProperty("items").GetArrayLength());

        var other = await ada.SendAsync("POST", "/books", new { title = "Autumn" }, key);
        Assert.Equal((422, "idempotency-key-reused"), (other.Status, other.Json.GetProperty("code").GetString()));
        Assert.Equal(422, (await ada.SendAsync("POST", "/todos", new { title = "Summer" }, key)).Status);
    }

    [Fact]
    public async Task A_late_repetition_does_not_bring_back_what_was_removed()
    {
        using var ada = home.NewAccount();
        var key = ("idempotency-key", "k1");
        var made = await ada.SendAsync("POST", "/todos", new { title = "Harbour" }, key);
        await ada.DeleteAsync(made.Headers["location"]);

        var again = await ada.SendAsync("POST", "/todos", new { title = "Harbour" }, key);

        Assert.Equal((201, made.Text), (again.Status, again.Text));
        Assert.Equal(404, (await ada.GetAsync(made.Headers["location"])).Status);
        Assert.Equal(0, (await ada.GetAsync("/todos")).Json.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_to_do_is_written_down_found_among_the_open_ones_and_done_by_a_photo()
    {
        using var ada = home.NewAccount();
        var made = await ada.PostAsync("/todos", new { title = "Harbour at night", due_date = "2026-12-24" });
        Assert.Equal((201, "2026-12-24"), (made.Status, made.Json.GetProperty("due").GetString()));
        Assert.False(made.Json.GetProperty("done").GetBoolean());
        var path = made.Headers["location"];
        Assert.Equal([made.Id], Ids(await ada.GetAsync("/todos?done=false")));

        var photo = await UploadAsync(ada);
        var done = await ada.SendAsync("PATCH", path, new { photoId = photo });

        Assert.True(done.Json.GetProperty("done").GetBoolean());
        Assert.Empty(Ids(await ada.GetAsync("/todos?done=false")));
        Assert.Equal([made.Id], Ids(await ada.GetAsync("/todos?done=true")));
        Assert.Equal(412, (await ada.SendAsync("PATCH", path, new { title = "x" }, Match(made))).Status);
        Assert.Equal(204, (await ada.DeleteAsync(path)).Status);
        Assert.Equal(404, (await ada.DeleteAsync(path)).Status);
    }

    [Fact]
    public async Task Every_to_do_is_listed_once_and_by_the_day_due()
    {
        using var ada = home.NewAccount();
        string?[] days = ["2026-03-01", null, "2026-01-31", "2026-12-24", null, "2026-02-01", "2026-01-31"];
        foreach (var due in days)
            await ada.PostAsync("/todos", new { title = "x", due });

        var seen = new List<string?>();
        for (var path = "/todos?limit=3&done=false"; path is not null;)
        {
            var page = await ada.GetAsync(path);
            seen.AddRange(page.Json.GetProperty("items").EnumerateArray()
                .Select(item => item.TryGetProperty("due", out var due) ? due.GetString() : null));
            path = page.Headers.TryGetValue("link", out var link) ? link[1..link.IndexOf('>', StringComparison.Ordinal)] : null;
        }

        Assert.Equal(days.OrderBy(day => day ?? "~", StringComparer.Ordinal), seen);
    }

    [Fact]
    public async Task A_cursor_of_somebody_else_or_of_another_list_is_refused()
    {
        using var ada = home.NewAccount();
        using var eve = home.NewAccount();
        foreach (var visitor in new[] { ada, ada, ada, eve, eve })
            await visitor.PostAsync("/todos", new { title = "x" });
        var next = (await ada.GetAsync("/todos?limit=1")).Json.GetProperty("next").GetString();

        Assert.Equal(200, (await ada.GetAsync($"/todos?limit=2&after={next}")).Status);
        foreach (var refused in new[]
        {
            await eve.GetAsync($"/todos?after={next}"),
            await ada.GetAsync($"/todos?after={next}&done=false"),
            await ada.GetAsync($"/books?after={next}"),
            await ada.GetAsync($"/photos?after={next}"),
            await ada.GetAsync($"/todos?after={next}A"),
        })
            Assert.Equal((400, "invalid-cursor"), (refused.Status, refused.Json.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task The_account_shows_who_and_how_much_and_can_be_renamed()
    {
        using var ada = home.NewAccount();
        var bytes = A.Jpeg();
        var photo = (await ada.UploadAsync("a.jpg", bytes)).GetProperty("id").GetString();
        await ada.UploadAsync("b.jpg", A.Jpeg());
        await ada.DeleteAsync($"/photos/{photo}");

        var me = await ada.GetAsync("/users/me");
        Assert.Equal((200, 1, bytes.Length), (me.Status, Number(me.Json, "photos"), Number(me.Json, "bytes")));
        Assert.Equal((1, bytes.Length), (Number(me.Json.GetProperty("trash"), "photos"), Number(me.Json.GetProperty("trash"), "bytes")));
        Assert.True(Number(me.Json.GetProperty("quota"), "bytes") > 0);

        var renamed = await ada.SendAsync("PATCH", "/users/me", new { name = "Ada" }, Match(me));
        Assert.Equal((200, "Ada"), (renamed.Status, renamed.Json.GetProperty("name").GetString()));
        Assert.Equal(renamed.Text, (await ada.GetAsync("/users/me")).Text);
        Assert.Equal(412, (await ada.SendAsync("PATCH", "/users/me", new { name = "Eve" }, Match(me))).Status);
        Assert.Equal(304, (await ada.GetAsync("/users/me", ("if-none-match", renamed.Headers["etag"]))).Status);
    }

    private static async Task<string> UploadAsync(Visitor visitor) =>
        (await visitor.UploadAsync("a.jpg", A.Jpeg())).GetProperty("id").GetString()!;

    private static (string Name, string Value) Match(Reply reply) => ("if-match", reply.Headers["etag"]);

    private static IEnumerable<string?> Ids(Reply page) =>
        page.Json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString());

    private static IEnumerable<string?> PhotosOf(Reply book) =>
        book.Json.GetProperty("pages").EnumerateArray().Select(page => page.GetProperty("photoId").GetString());

    private static long Number(JsonElement owner, string member) => owner.GetProperty(member).GetInt64();
}

public sealed class ShelvesOnALaptopTests(EmbeddedHome home) : ShelvesContract(home), IClassFixture<EmbeddedHome>;

public sealed class ShelvesInTheCloudTests(DynamoHome home) : ShelvesContract(home), IClassFixture<DynamoHome>;

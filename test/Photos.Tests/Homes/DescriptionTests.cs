using Photos.Tests.Shared;

namespace Photos.Tests.Homes;

/// <summary>openapi.json tells the truth: what the API answers is what is written there, and all of it.</summary>
public sealed class DescriptionTests(EmbeddedHome home) : IClassFixture<EmbeddedHome>
{
    private static readonly string Document = Path.Combine(Repository.Root, "openapi.json");

    private static readonly string Digest = new('a', 64);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public Task The_document_is_valid_OpenAPI() => OpenApiCheck.PassesAsync(Document);

    [Fact]
    public async Task What_every_route_answers_is_what_the_document_says()
    {
        using var ada = home.NewAccount();
        using var anybody = home.Anybody();
        await anybody.GetAsync("/hello?name=Ada");
        await anybody.GetAsync("/photos");
        var photo = await UploadAsync(ada);
        await LookAsync(ada, photo);
        await ChangeAsync(ada, photo);
        await MakeBooksAsync(ada, photo);
        await WriteTodosAsync(ada, photo);
        await BeRefusedAsync(ada);

        await OpenApiCheck.PassesAsync(Document, [.. anybody.Exchanges, .. ada.Exchanges]);
    }

    [Fact]
    public async Task Anybody_can_read_it_where_the_API_is()
    {
        using var anybody = home.Anybody();

        var served = await anybody.GetAsync("/openapi.json");

        Assert.Equal((200, "application/json"), (served.Status, served.Headers["content-type"]));
        Assert.Equal(await File.ReadAllTextAsync(Document, Ct), served.Text);
    }

    private static async Task<string> UploadAsync(Visitor ada)
    {
        await ada.UploadAsync("IMG_1.jpg", A.Jpeg());
        var bytes = await File.ReadAllBytesAsync(Fixtures.Find("harbour.jpg"), Ct);
        var id = (await ada.UploadAsync("harbour.jpg", bytes)).GetProperty("id").GetString()!;
        await ada.PostAsync("/photos", new { id });
        await ada.AnnounceAsync("again.jpg", "image/jpeg", bytes);
        await ada.PostAsync("/uploads", new
        {
            id = A.NewId().ToString(), name = "b.jpg", type = "image/jpeg", bytes = 9, sha256 = Digest,
            takenAt = "2015-04-10T20:12:23+02:00",
        });
        return id;
    }

    private static async Task LookAsync(Visitor ada, string id)
    {
        var page = await ada.GetAsync("/photos?limit=1");
        await ada.GetAsync($"/photos?limit=200&after={page.Json.GetProperty("next").GetString()}");
        var tag = (await ada.GetAsync($"/photos/{id}")).Headers["etag"];

        Assert.Equal(304, (await ada.GetAsync($"/photos/{id}", ("if-none-match", tag))).Status);
    }

    private static async Task ChangeAsync(Visitor ada, string id)
    {
        var copy = new { type = "image/jpeg", bytes = 9, sha256 = Digest };
        await ada.PostAsync($"/photos/{id}/renditions", new { preview = copy, thumbnail = copy });
        Assert.Equal(412, (await ada.DeleteAsync($"/photos/{id}", ("if-match", "\"99.1\""))).Status);
        await ada.DeleteAsync($"/photos/{id}");
        await ada.GetAsync($"/photos/{id}");
        await ada.GetAsync("/photos?state=trashed");
        await ada.PostAsync($"/photos/{id}/restore");
        await ada.SendAsync("PATCH", $"/photos/{id}", new { favourite = true, tags = new[] { "ship" }, caption = "Far" });
        string[] ids = [id, A.NewId().ToString()];
        await ada.PostAsync("/photos/batch", new { ids, action = "favourite" });
        foreach (var forGood in new[] { "/photos/{0}?permanent=true", "/photos?id={0}&permanent=true" })
        {
            var other = (await ada.UploadAsync("other.jpg", A.Jpeg())).GetProperty("id").GetString()!;
            await ada.DeleteAsync($"/photos?id={other}");
            await ada.DeleteAsync(forGood.Replace("{0}", other, StringComparison.Ordinal));
        }
    }

    private static async Task MakeBooksAsync(Visitor ada, string photo)
    {
        var pages = new[] { new { photoId = photo, caption = "Harbour" } };
        var book = await ada.SendAsync("POST", "/books", new { title = "Summer", cover = photo, pages }, ("idempotency-key", "1"));
        await ada.SendAsync("POST", "/books", new { title = "Autumn" }, ("idempotency-key", "1"));
        await ada.PostAsync("/books", new { title = "Winter" });
        await ada.GetAsync("/books?limit=1");
        var path = book.Headers["location"];
        await ada.GetAsync(path);
        Assert.Equal(304, (await ada.GetAsync(path, ("if-none-match", book.Headers["etag"]))).Status);
        await ada.SendAsync("PUT", path, new { title = "Spring" });
        await ada.SendAsync("PUT", path, new { title = "Spring", pages }, ("if-match", "*"));
        await ada.SendAsync("PATCH", path, new { title = "Late" }, ("if-match", book.Headers["etag"]));
        await ada.SendAsync("PATCH", path, new { cover = (string?)null, pages = new[] { new { photoId = photo } } }, ("if-match", "*"));
        await ada.SendAsync("PATCH", path, new { cover = A.NewId().ToString() }, ("if-match", "*"));
        await ada.SendAsync("DELETE", path, null, ("if-match", "*"));
    }

    private static async Task WriteTodosAsync(Visitor ada, string photo)
    {
        var todo = await ada.PostAsync("/todos", new { title = "Harbour", due_date = "2026-12-24" });
        await ada.PostAsync("/todos", new { title = "Meadow", done = true });
        await ada.GetAsync("/todos?limit=1");
        await ada.GetAsync("/todos?done=maybe");
        var path = todo.Headers["location"];
        await ada.GetAsync(path);
        Assert.Equal(304, (await ada.GetAsync(path, ("if-none-match", todo.Headers["etag"]))).Status);
        await ada.SendAsync("PUT", path, new { title = "Harbour at night", due = "2026-12-24", done = false, photoId = photo });
        await ada.SendAsync("PATCH", path, new { due = (string?)null, done = true });
        await ada.SendAsync("DELETE", path);
        var me = await ada.SendAsync("PATCH", "/users/me", new { name = "Ada" });
        await ada.GetAsync("/users/me");
        Assert.Equal(304, (await ada.GetAsync("/users/me", ("if-none-match", me.Headers["etag"]))).Status);
    }

    private static async Task BeRefusedAsync(Visitor ada)
    {
        var unknown = A.NewId().ToString();
        await ada.GetAsync("/photos?limit=many");
        await ada.GetAsync("/photos?after=nowhere");
        await ada.GetAsync("/photos?favourite=true&tag=ship");
        await ada.SendAsync("PATCH", $"/photos/{unknown}", new { favourite = true });
        await ada.SendAsync("PATCH", $"/photos/{unknown}", new { state = "ready" });
        await ada.DeleteAsync("/photos");
        await ada.PostAsync("/photos/batch", new { action = "delete" });
        await ada.GetAsync($"/photos/{unknown}");
        await ada.DeleteAsync($"/photos/{unknown}");
        await ada.PostAsync($"/photos/{unknown}/restore");
        await ada.PostAsync($"/photos/{unknown}/renditions", new { });
        await ada.PostAsync("/uploads", new { owner = "x" });
        await ada.PostAsync("/uploads", new { name = "a.svg", type = "image/svg+xml", bytes = 1, sha256 = Digest });
        await ada.PostAsync(
            "/uploads", new { name = "a.jpg", type = "image/jpeg", bytes = 5368709121, sha256 = Digest });
        await ada.PostAsync("/uploads", new { name = new string('x', 300_000) });
        await ada.PostAsync("/photos", new { id = unknown });
        var announced = await ada.AnnounceAsync("late.jpg", "image/jpeg", A.Jpeg());
        await ada.PostAsync("/photos", new { id = announced.Id });
    }
}

using System.Text.Json;
using Photos.Tests.Shared;

namespace Photos.Tests.Homes;

/// <summary>
/// What is somebody else's answers exactly like what does not exist: on every route of the template, with every kind of
/// id, in the path, in the query and in the body.
/// </summary>
public abstract class IsolationContract(Home home)
{
    // Bodies whose members name something, by route; "ID" stands for the id. Members of other routes are no ids.
    private static readonly Dictionary<string, string[]> Bodies = new()
    {
        ["POST /photos"] = ["""{"id":"ID"}"""],
        ["POST /books"] = ["""{"title":"x","cover":"ID"}""", """{"title":"x","pages":[{"photoId":"ID"}]}"""],
        ["POST /todos"] = ["""{"title":"x","photoId":"ID"}"""],
    };

    private static readonly string[] MineInside =
        ["""{"title":"x","cover":"ID"}""", """{"title":"x","pages":[{"photoId":"ID"}]}"""];

    [Fact]
    public async Task Every_route_answers_for_somebody_elses_id_as_for_an_unknown_one()
    {
        using var ada = home.NewAccount();
        using var eve = home.NewAccount();
        var ids = await FillAsync(ada);
        var before = await EverythingAsync(ada);
        var own = (await eve.PostAsync("/books", new { title = "mine" })).Headers["location"];
        var ownTodo = (await eve.PostAsync("/todos", new { title = "mine" })).Headers["location"];
        var asked = 0;

        foreach (var (method, path) in Routes())
        {
            foreach (var (kind, id) in ids)
            {
                var unknown = A.NewId().ToString();
                foreach (var body in BodiesOf(method, path))
                {
                    // An id in the path, wherever there is one; the body is then valid, and its ids are unknown too.
                    if (path.Contains('{', StringComparison.Ordinal))
                        await SameAsync(method, path.Replace("{id}", "ID", StringComparison.Ordinal), body, id, unknown);
                    else if (body?.Contains("ID", StringComparison.Ordinal) == true)
                        await SameAsync(method, path, body, id, unknown);
                }

                Assert.NotEmpty(kind);
            }
        }

        // Ids in the bodies of changes to what is the caller's own.
        foreach (var body in MineInside)
            foreach (var method in new[] { "PUT", "PATCH" })
                await SameAsync(method, own, body, ids["photo"], A.NewId().ToString());
        foreach (var id in ids.Values)
            await SameAsync("DELETE", "/photos?id=ID", null, id, A.NewId().ToString());
        foreach (var method in new[] { "PUT", "PATCH" })
            await SameAsync(method, ownTodo, """{"title":"x","photoId":"ID"}""", ids["photo"], A.NewId().ToString());

        Assert.InRange(asked, 40, 10_000);
        Assert.Equal(before, await EverythingAsync(ada));
        Assert.Equal("mine", (await eve.GetAsync(own)).Json.GetProperty("title").GetString());

        async Task SameAsync(string method, string path, string? body, string theirs, string unknown)
        {
            var (there, nowhere) = (await AskAsync(theirs), await AskAsync(unknown));
            asked++;
            Assert.True(there.Status is 404 or 400, $"{method} {path} {body} answered {there.Status}");
            Assert.Equal((nowhere.Status, nowhere.Anonymous), (there.Status, there.Anonymous));

            Task<Reply> AskAsync(string id) => eve.SendAsync(
                method,
                path.Replace("ID", id, StringComparison.Ordinal),
                body is null ? null : JsonDocument.Parse(body.Replace("ID", id, StringComparison.Ordinal)).RootElement,
                ("if-match", "*"));
        }
    }

    // The one route that answers 200 whatever its ids are, and says of each what became of it.
    [Theory]
    [InlineData("delete")]
    [InlineData("restore")]
    [InlineData("purge")]
    [InlineData("tag", "x")]
    [InlineData("untag", "x")]
    [InlineData("favourite")]
    [InlineData("unfavourite")]
    public async Task A_batch_says_of_somebody_elses_ids_what_it_says_of_unknown_ones(string action, params string[] tags)
    {
        using var ada = home.NewAccount();
        using var eve = home.NewAccount();
        var theirs = (await FillAsync(ada)).Values.ToArray();
        var before = await EverythingAsync(ada);
        var mine = (await eve.UploadAsync("mine.jpg", A.Jpeg())).GetProperty("id").GetString()!;
        var unknown = theirs.Select(_ => A.NewId().ToString()).ToArray();

        var answer = await eve.PostAsync(
            "/photos/batch",
            new { ids = (string[])[mine, .. theirs, .. unknown], action, tags = tags is [] ? null : tags });

        Assert.Equal(200, answer.Status);
        var items = answer.Json.GetProperty("items").EnumerateArray().ToArray();
        Assert.NotEqual(404, items[0].GetProperty("status").GetInt32());
        foreach (var (at, id) in theirs.Index())
        {
            var there = items[1 + at];
            var nowhere = items[1 + theirs.Length + at];
            Assert.Equal(404, there.GetProperty("status").GetInt32());
            Assert.Equal(
                nowhere.GetRawText().Replace(unknown[at], "", StringComparison.Ordinal),
                there.GetRawText().Replace(id, "", StringComparison.Ordinal));
        }

        Assert.Equal(before, await EverythingAsync(ada));
    }

    [Fact]
    public async Task Lists_and_the_account_of_one_show_nothing_of_another()
    {
        using var ada = home.NewAccount();
        using var eve = home.NewAccount();
        await FillAsync(ada);

        foreach (var list in new[] { "/photos", "/photos?state=trashed", "/books", "/todos", "/todos?done=true" })
            Assert.Equal("""{"items":[],"next":null}""", (await eve.GetAsync(list)).Text);
        Assert.Equal(0, (await eve.GetAsync("/users/me")).Json.GetProperty("photos").GetInt64());
    }

    private static string?[] BodiesOf(string method, string path) =>
        Bodies.TryGetValue($"{method} {path}", out var bodies) ? bodies
        : method is "POST" or "PUT" or "PATCH" ? ["""{}""", """{"title":"x"}"""]
        : new string?[] { null };

    private static async Task<Dictionary<string, string>> FillAsync(Visitor ada)
    {
        var photo = (await ada.UploadAsync("a.jpg", A.Jpeg())).GetProperty("id").GetString()!;
        var trashed = (await ada.UploadAsync("b.jpg", A.Jpeg())).GetProperty("id").GetString()!;
        await ada.DeleteAsync($"/photos/{trashed}");
        var pages = new[] { new { photoId = photo, caption = "secret" } };
        return new()
        {
            ["photo"] = photo,
            ["trashed"] = trashed,
            ["pending"] = (await ada.AnnounceAsync("c.jpg", "image/jpeg", A.Jpeg())).Id,
            ["book"] = (await ada.PostAsync("/books", new { title = "secret", pages })).Id,
            ["to-do"] = (await ada.PostAsync("/todos", new { title = "secret", photoId = photo, done = true })).Id,
        };
    }

    // Without links, which are new at every question.
    private static async Task<string> EverythingAsync(Visitor visitor)
    {
        var photos = (await visitor.GetAsync("/photos")).Json.GetProperty("items").EnumerateArray();
        return string.Join('\n', [
            .. photos.Select(photo => $"{photo.GetProperty("id")} {photo.GetProperty("state")}"),
            (await visitor.GetAsync("/books")).Text,
            (await visitor.GetAsync("/todos")).Text,
            (await visitor.GetAsync("/users/me")).Text,
        ]);
    }

    private static IEnumerable<(string Method, string Path)> Routes()
    {
        using var template = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "serverless.template")));
        return
        [
            .. from resource in template.RootElement.GetProperty("Resources").EnumerateObject()
               where resource.Value.GetProperty("Type").GetString() == "AWS::Serverless::Function"
               where resource.Value.GetProperty("Properties").TryGetProperty("Events", out _)
               from found in resource.Value.GetProperty("Properties").GetProperty("Events").EnumerateObject()
               where found.Value.GetProperty("Type").GetString() == "HttpApi"
               let route = found.Value.GetProperty("Properties")
               select (route.GetProperty("Method").GetString()!, route.GetProperty("Path").GetString()!),
        ];
    }
}

public sealed class IsolationOnALaptopTests(EmbeddedHome home) : IsolationContract(home), IClassFixture<EmbeddedHome>;

public sealed class IsolationInTheCloudTests(DynamoHome home) : IsolationContract(home), IClassFixture<DynamoHome>;

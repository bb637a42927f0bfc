using System.Text.Json;

namespace Photos.Tests.Homes;

/// <summary>What can be said of photos and done with many of them, over real sockets: the same in both homes.</summary>
public abstract class ChangesContract(Home home)
{
    [Fact]
    public async Task A_patch_says_what_it_says_and_leaves_the_rest()
    {
        using var ada = home.NewAccount();
        var path = $"/photos/{await UploadAsync(ada, "IMG_1.jpg")}";

        var said = await ada.SendAsync("PATCH", path, new
        {
            title = "Harbour", caption = "Seen from the ferry", favourite = true, takenAt = "2015-04-10T20:12:23+02:00",
            tags = new[] { "ship", " beach ", "Cafe\u0301", "ship" },
        });
        var forgotten = await ada.SendAsync("PATCH", path, Json("""{"caption":null,"tags":null,"favourite":null}"""));

        Assert.Equal(200, said.Status);
        Assert.Equal(["Caf\u00e9", "beach", "ship"], Texts(said.Json, "tags"));
        Assert.Equal(
            """{"local":"2015-04-10T20:12:23","offset":"+02:00","source":"client"}""",
            said.Json.GetProperty("takenAt").GetRawText());
        Assert.Equal("Harbour", forgotten.Json.GetProperty("title").GetString());
        Assert.False(forgotten.Json.TryGetProperty("caption", out _));
        Assert.False(forgotten.Json.GetProperty("favourite").GetBoolean());
        Assert.Empty(Texts(forgotten.Json, "tags"));
    }

    [Fact]
    public async Task Taking_the_owners_date_away_brings_the_files_back()
    {
        using var ada = home.NewAccount();
        var path = $"/photos/{await UploadAsync(ada, "20240102_030405.jpg")}";
        await ada.SendAsync("PATCH", path, new { takenAt = "1999-12-31T23:59:59" });

        var back = await ada.SendAsync("PATCH", path, Json("""{"takenAt":null}"""));

        Assert.Equal(
            """{"local":"2024-01-02T03:04:05","source":"name"}""", back.Json.GetProperty("takenAt").GetRawText());
    }

    [Theory]
    [InlineData("""{"title":""}""", "/title")]
    [InlineData("""{"caption":"\u202E"}""", "/caption")]
    [InlineData("""{"takenAt":"yesterday"}""", "/takenAt")]
    [InlineData("""{"favourite":1}""", "/favourite")]
    [InlineData("""{"tags":["a","b\nc"]}""", "/tags/1")]
    [InlineData("""{"state":"ready"}""", "/state")]
    [InlineData("""{"bytes":1}""", "/bytes")]
    public async Task What_cannot_be_said_is_refused_by_name(string body, string pointer)
    {
        using var ada = home.NewAccount();
        var id = await UploadAsync(ada, "a.jpg");

        var refused = await ada.SendAsync("PATCH", $"/photos/{id}", Json(body));

        Assert.Equal(400, refused.Status);
        Assert.Equal(pointer, refused.Json.GetProperty("errors")[0].GetProperty("pointer").GetString());
    }

    [Fact]
    public async Task Photos_are_found_by_favourite_tag_time_and_state()
    {
        using var ada = home.NewAccount();
        var old = await UploadAsync(ada, "20010101_000000.jpg");
        var mid = await UploadAsync(ada, "20020202_235959.jpg");
        var late = await UploadAsync(ada, "20030303_000000.jpg");
        string[] ships = [old, late];
        await ada.PostAsync("/photos/batch", new { ids = ships, action = "tag", tags = new[] { "ship" } });
        await ada.PostAsync("/photos/batch", new { ids = new[] { old, mid }, action = "favourite" });

        Assert.Equal([late, mid, old], await ListAsync(ada, ""));
        Assert.Equal([late, old], await ListAsync(ada, "tag=ship"));
        Assert.Equal([mid, old], await ListAsync(ada, "favourite=true"));
        Assert.Equal([mid], await ListAsync(ada, "from=2002-02-02&to=2002-02-02"));
        Assert.Equal([late], await ListAsync(ada, "tag=ship&from=2002-01-01"));
        Assert.Equal([old], await ListAsync(ada, "favourite=true&to=2001-01-01T00:00"));

        await ada.SendAsync("PATCH", $"/photos/{old}", new { takenAt = "2004-04-04T04:04:04" });
        await ada.DeleteAsync($"/photos/{late}");

        Assert.Equal([old, mid], await ListAsync(ada, ""));
        Assert.Equal([old], await ListAsync(ada, "tag=ship"));
        Assert.Equal([late], await ListAsync(ada, "state=trashed"));
        Assert.Equal(400, (await ada.GetAsync("/photos?favourite=true&tag=ship")).Status);
    }

    [Fact]
    public async Task A_batch_does_what_it_can_and_says_what_became_of_each()
    {
        using var ada = home.NewAccount();
        using var eve = home.NewAccount();
        var mine = await UploadAsync(ada, "a.jpg");
        var theirs = await UploadAsync(eve, "b.jpg");

        string[] ids = [mine, theirs, "x", mine];
        var done = await ada.PostAsync("/photos/batch", new { ids, action = "delete" });
        var purged = await ada.PostAsync("/photos/batch", new { ids = new[] { mine }, action = "purge" });

        Assert.Equal(200, done.Status);
        Assert.Equal("200 404/missing 404/missing 200", Results(done));
        Assert.Equal("204", Results(purged));
        Assert.Equal([theirs], await ListAsync(eve, ""));
    }

    [Fact]
    public async Task Only_what_is_in_the_trash_is_deleted_for_good_and_then_it_is_gone()
    {
        using var ada = home.NewAccount();
        var id = await UploadAsync(ada, "a.jpg");

        var early = await ada.DeleteAsync($"/photos/{id}?permanent=true");
        var trashed = await ada.DeleteAsync($"/photos?id={id}");
        var gone = await ada.DeleteAsync($"/photos?id={id}&permanent=true");

        Assert.Equal((409, "not-in-trash"), (early.Status, early.Json.GetProperty("code").GetString()));
        Assert.Equal((200, "trashed"), (trashed.Status, trashed.Json.GetProperty("state").GetString()));
        Assert.Equal((204, ""), (gone.Status, gone.Text));
        Assert.Equal(404, (await ada.GetAsync($"/photos/{id}")).Status);
        Assert.Equal(404, (await ada.PostAsync($"/photos/{id}/restore")).Status);
        Assert.Empty(await ListAsync(ada, "state=trashed"));
    }

    [Fact]
    public async Task What_an_owner_keeps_is_counted_wherever_it_goes()
    {
        using var ada = home.NewAccount();
        var first = await UploadAsync(ada, "a.jpg");
        var second = await UploadAsync(ada, "b.jpg");
        await ada.DeleteAsync($"/photos/{first}");

        Assert.Equal("1 36, 1 36 in the trash", await UsageAsync(ada));
        await ada.PostAsync($"/photos/{first}/restore");
        await ada.DeleteAsync($"/photos/{second}");
        await ada.DeleteAsync($"/photos/{second}?permanent=true");

        Assert.Equal("1 36, 0 0 in the trash", await UsageAsync(ada));
    }

    private static async Task<string> UploadAsync(Visitor visitor, string name) =>
        (await visitor.UploadAsync(name, A.Jpeg())).GetProperty("id").GetString()!;

    private static async Task<string[]> ListAsync(Visitor visitor, string query)
    {
        var seen = new List<string>();
        string? next = "";
        do
        {
            var page = await visitor.GetAsync($"/photos?{query}&limit=2&after={next}");
            Assert.Equal(200, page.Status);
            var items = page.Json.GetProperty("items").EnumerateArray();
            seen.AddRange(items.Select(item => item.GetProperty("id").GetString()!));
            next = page.Json.GetProperty("next").GetString();
        }
        while (next is not null && seen.Count < 100);

        return [.. seen];
    }

    private static string Results(Reply reply) => string.Join(' ', reply.Json.GetProperty("items").EnumerateArray()
        .Select(item => item.TryGetProperty("code", out var code)
            ? $"{item.GetProperty("status")}/{code}"
            : $"{item.GetProperty("status")}"));

    private static async Task<string> UsageAsync(Visitor visitor)
    {
        var me = (await visitor.GetAsync("/users/me")).Json;
        var trash = me.GetProperty("trash");
        return $"{me.GetProperty("photos")} {me.GetProperty("bytes")}, "
            + $"{trash.GetProperty("photos")} {trash.GetProperty("bytes")} in the trash";
    }

    private static IEnumerable<string?> Texts(JsonElement owner, string member) =>
        owner.GetProperty(member).EnumerateArray().Select(each => each.GetString());

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}

public sealed class ChangesOnALaptopTests(EmbeddedHome home) : ChangesContract(home), IClassFixture<EmbeddedHome>;

public sealed class ChangesInTheCloudTests(DynamoHome home) : ChangesContract(home), IClassFixture<DynamoHome>;

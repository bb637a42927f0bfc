
namespace Photos.Tests.Homes;

/// <summary>What is asked at the edges of what the API promises, over real sockets: the same in both homes.</summary>
public abstract class EdgesContract(Home home)
{
    [Theory]
    [InlineData("")]
    [InlineData("favourite=true&")]
    [InlineData("tag=beach&")]
    public async Task Nothing_was_taken_in_a_stretch_that_ends_before_it_begins(string filter)
    {
        using var ada = home.NewAccount();

        var page = await ada.GetAsync($"/photos?{filter}from=2026-01-02&to=2026-01-01");

        Assert.Equal((200, """{"items":[],"next":null}"""), (page.Status, page.Text));
    }

    [Theory]
    [InlineData("/photos")]
    [InlineData("/books")]
    [InlineData("/todos")]
    public async Task A_limit_is_brought_into_its_bounds_however_far_off_it_is(string path)
    {
        using var ada = home.NewAccount();

        foreach (var limit in new[] { "0", "-1", "201", "99999999999", $"-{new string('9', 40)}" })
            Assert.Equal(200, (await ada.GetAsync($"{path}?limit={limit}")).Status);
        foreach (var limit in new[] { "abc", "1.5", "1e2", "NaN", "" })
            Assert.Equal(400, (await ada.GetAsync($"{path}?limit={limit}")).Status);
    }

    [Fact]
    public async Task A_title_has_as_many_characters_as_are_promised_whatever_they_are()
    {
        using var ada = home.NewAccount();
        var path = $"/photos/{await UploadAsync(ada)}";
        static string Ships(int count) => string.Concat(Enumerable.Repeat("\U0001F6A2", count));

        var longest = await ada.SendAsync("PATCH", path, new { title = Ships(120) });
        var longer = await ada.SendAsync("PATCH", path, new { title = Ships(121) });

        Assert.Equal((200, Ships(120)), (longest.Status, longest.Json.GetProperty("title").GetString()));
        Assert.Equal(400, longer.Status);
    }

    [Fact]
    public async Task A_change_is_answered_with_what_it_made_even_to_one_who_knows_everything()
    {
        using var ada = home.NewAccount();

        var renamed = await ada.SendAsync("PATCH", "/users/me", new { name = "Ada" }, ("if-none-match", "*"));

        Assert.Equal((200, "Ada"), (renamed.Status, renamed.Json.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task A_list_of_books_shows_no_cover_that_is_gone_for_good()
    {
        using var ada = home.NewAccount();
        var (kept, purged) = (await UploadAsync(ada), await UploadAsync(ada));
        await ada.PostAsync("/books", new { title = "Summer", cover = kept });
        await ada.PostAsync("/books", new { title = "Autumn", cover = purged });

        await ada.DeleteAsync($"/photos/{purged}");
        Assert.Equal([purged, kept], Covers(await ada.GetAsync("/books")));
        await ada.DeleteAsync($"/photos/{purged}?permanent=true");

        Assert.Equal([null, kept], Covers(await ada.GetAsync("/books")));
    }

    [Fact]
    public async Task Of_two_files_of_one_name_the_name_means_the_one_announced_last()
    {
        using var ada = home.NewAccount();
        var (one, two) = (A.Jpeg(), A.Jpeg());
        var first = await ada.AnnounceAsync("IMG_1.jpg", "image/jpeg", one);
        var last = await ada.AnnounceAsync("IMG_1.jpg", "image/jpeg", two);
        await ada.PutAsync(first.Json.GetProperty("put"), one);
        await ada.PutAsync(last.Json.GetProperty("put"), two);

        await ada.PostAsync("/photos", new { id = first.Id });
        var named = await ada.PostAsync("/photos", new { name = "IMG_1.jpg" });

        Assert.Equal(last.Id, named.Id);
    }

    [Fact]
    public async Task A_file_announced_twice_can_be_sent_by_either_link()
    {
        using var ada = home.NewAccount();
        var bytes = A.Jpeg();
        var first = await ada.AnnounceAsync("IMG_1.jpg", "image/jpeg", bytes);
        var second = await ada.AnnounceAsync("IMG_1.jpg", "image/jpeg", bytes);

        Assert.Equal(200, await ada.PutAsync(first.Json.GetProperty("put"), bytes));
        Assert.Equal(412, await ada.PutAsync(second.Json.GetProperty("put"), bytes));

        Assert.Equal(201, (await ada.PostAsync("/photos", new { id = second.Id })).Status);
    }

    [Fact]
    public async Task A_file_announced_when_its_bytes_are_there_is_a_photo()
    {
        using var ada = home.NewAccount();
        var bytes = A.Jpeg();
        var announced = await ada.AnnounceAsync("IMG_1.jpg", "image/jpeg", bytes);
        await ada.PutAsync(announced.Json.GetProperty("put"), bytes);

        var again = await ada.AnnounceAsync("b.jpg", "image/jpeg", bytes);

        Assert.Equal((200, announced.Id), (again.Status, again.Id));
        Assert.Equal("ready", again.Json.GetProperty("state").GetString());
        Assert.Equal(200, (await ada.PostAsync("/photos", new { id = announced.Id })).Status);
    }

    [Fact]
    public async Task Changes_of_people_who_do_not_mind_each_other_are_all_made()
    {
        using var ada = home.NewAccount();
        var todo = (await ada.PostAsync("/todos", new { title = "Harbour" })).Headers["location"];
        var photo = $"/photos/{await UploadAsync(ada)}";

        var changes = await Task.WhenAll(Enumerable.Range(0, 12).SelectMany(number => new[]
        {
            ada.SendAsync("PATCH", todo, new { title = $"Harbour {number}" }),
            ada.SendAsync("PATCH", photo, new { title = $"Harbour {number}" }),
        }));

        Assert.All(changes, change => Assert.Equal(200, change.Status));
    }

    [Fact]
    public async Task A_copy_is_announced_sent_and_shown()
    {
        using var ada = home.NewAccount();
        var path = $"/photos/{await UploadAsync(ada)}";
        var copy = A.Jpeg();
        var thumbnail = new { type = "image/jpeg", bytes = copy.Length, sha256 = A.DigestOf(copy).Hex };

        var announced = await ada.PostAsync($"{path}/renditions", new { thumbnail });
        Assert.Equal(["thumbnail"], announced.Json.EnumerateObject().Select(member => member.Name));
        Assert.Equal(200, await ada.PutAsync(announced.Json.GetProperty("thumbnail").GetProperty("put"), copy));

        var links = (await ada.GetAsync(path)).Json.GetProperty("links").EnumerateObject();
        Assert.Equal(["original", "thumbnail", "expiresAt"], links.Select(link => link.Name));
    }

    [Theory]
    [InlineData("/uploads")]
    [InlineData("/photos")]
    [InlineData("/photos/batch")]
    [InlineData("/photos/{id}/renditions")]
    [InlineData("/photos/{id}/restore")]
    [InlineData("/books")]
    [InlineData("/todos")]
    public async Task A_body_of_more_than_256_KB_is_refused_before_anybody_looks_into_it(string path)
    {
        using var ada = home.NewAccount();
        var photo = await UploadAsync(ada);

        var refused = await ada.PostAsync(
            path.Replace("{id}", photo, StringComparison.Ordinal), new { x = new string('x', 256 * 1024) });

        Assert.Equal((413, "too-large"), (refused.Status, refused.Json.GetProperty("code").GetString()));
    }

    private static async Task<string> UploadAsync(Visitor visitor) =>
        (await visitor.UploadAsync("a.jpg", A.Jpeg())).GetProperty("id").GetString()!;

    private static IEnumerable<string?> Covers(Reply page) => page.Json.GetProperty("items").EnumerateArray()
        .Select(book => book.TryGetProperty("cover", out var cover) ? cover.GetString() : null);
}

public sealed class EdgesOnALaptopTests(EmbeddedHome home) : EdgesContract(home), IClassFixture<EmbeddedHome>;

public sealed class EdgesInTheCloudTests(DynamoHome home) : EdgesContract(home), IClassFixture<DynamoHome>;

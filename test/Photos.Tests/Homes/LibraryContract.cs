using Photos.Tests.Shared;

namespace Photos.Tests.Homes;

/// <summary>The library as its clients see it, over real sockets: the same answers in both homes.</summary>
public abstract class LibraryContract(Home home)
{
    [Fact]
    public async Task Anybody_is_greeted()
    {
        using var anybody = home.Anybody();

        var hello = await anybody.GetAsync("/hello?name=Ada");

        Assert.Equal((200, "Hello, Ada!"), (hello.Status, hello.Json.GetProperty("greeting").GetString()));
    }

    [Theory]
    [InlineData("GET", "/photos")]
    [InlineData("POST", "/uploads")]
    [InlineData("DELETE", "/photos/01J00000000000000000000009")]
    public async Task Without_a_token_the_gateway_answers_and_no_function(string method, string path)
    {
        using var anybody = home.Anybody();

        var refused = await (method switch
        {
            "GET" => anybody.GetAsync(path),
            "POST" => anybody.PostAsync(path, new { }),
            _ => anybody.DeleteAsync(path),
        });

        Assert.Equal((401, """{"message":"Unauthorized"}"""), (refused.Status, refused.Text));
        Assert.Equal("Bearer", refused.Headers["www-authenticate"]);
    }

    [Fact]
    public async Task A_file_becomes_a_photo_goes_to_the_trash_and_comes_back()
    {
        using var ada = home.NewAccount();
        var bytes = A.Jpeg();
        var photo = await ada.UploadAsync("harbour.jpg", bytes);
        var id = photo.GetProperty("id").GetString();
        var path = $"/photos/{id}";

        Assert.Equal(bytes, await ada.DownloadAsync(photo));
        var listed = (await ada.GetAsync("/photos")).Json.GetProperty("items");
        Assert.Equal(id, listed[0].GetProperty("id").GetString());

        var trashed = await ada.DeleteAsync(path);
        Assert.Equal((200, "trashed"), (trashed.Status, trashed.Json.GetProperty("state").GetString()));
        Assert.True(trashed.Json.TryGetProperty("purgeAt", out _));
        Assert.Equal(0, (await ada.GetAsync("/photos")).Json.GetProperty("items").GetArrayLength());
        Assert.Equal("trashed", (await ada.GetAsync(path)).Json.GetProperty("state").GetString());

        var restored = await ada.PostAsync($"{path}/restore");
        Assert.Equal((200, "ready"), (restored.Status, restored.Json.GetProperty("state").GetString()));
        Assert.Equal(bytes, await ada.DownloadAsync((await ada.GetAsync(path)).Json));
    }

    [Fact]
    public async Task Only_the_announced_bytes_arrive_and_only_once()
    {
        using var ada = home.NewAccount();
        var bytes = A.Jpeg();
        var put = (await ada.AnnounceAsync("a.jpg", "image/jpeg", bytes)).Json.GetProperty("put");
        var other = (byte[])bytes.Clone();
        other[^1] ^= 1;

        Assert.InRange(await ada.PutAsync(put, other), 400, 499);
        Assert.InRange(await ada.PutAsync(put, bytes[..^1]), 400, 499);
        Assert.InRange(await ada.PutAsync(put, [.. bytes, 0]), 400, 499);
        Assert.Equal(200, await ada.PutAsync(put, bytes));
        Assert.Equal(412, await ada.PutAsync(put, bytes));
    }

    [Fact]
    public async Task A_finish_without_its_bytes_is_a_conflict_and_shows_nothing()
    {
        using var ada = home.NewAccount();
        var announced = await ada.AnnounceAsync("a.jpg", "image/jpeg", A.Jpeg());

        var finished = await ada.PostAsync("/photos", new { id = announced.Id });

        Assert.Equal((409, "not-uploaded"), (finished.Status, finished.Json.GetProperty("code").GetString()));
        Assert.Equal("application/problem+json", finished.Headers["content-type"]);
        Assert.Equal(404, (await ada.GetAsync($"/photos/{announced.Id}")).Status);
        Assert.Equal(0, (await ada.GetAsync("/photos")).Json.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Bytes_that_are_here_come_back_from_the_trash_instead_of_travelling_again()
    {
        using var ada = home.NewAccount();
        var bytes = A.Jpeg();
        var photo = await ada.UploadAsync("a.jpg", bytes);
        var id = photo.GetProperty("id").GetString();
        await ada.DeleteAsync($"/photos/{id}");

        var again = await ada.AnnounceAsync("b.jpg", "image/jpeg", bytes);

        Assert.Equal((200, id, "ready"), (again.Status, again.Id, again.Json.GetProperty("state").GetString()));
    }

    [Fact]
    public async Task A_finish_may_name_the_file_and_be_repeated()
    {
        using var ada = home.NewAccount();
        var bytes = A.Jpeg();
        var announced = await ada.AnnounceAsync("IMG_7.jpg", "image/jpeg", bytes);
        await ada.PutAsync(announced.Json.GetProperty("put"), bytes);

        var finished = await ada.PostAsync("/photos", new { name = "IMG_7.jpg", title = "Harbour" });
        var again = await ada.PostAsync("/photos", new { id = announced.Id });

        Assert.Equal((201, announced.Id), (finished.Status, finished.Id));
        Assert.Equal((200, "Harbour"), (again.Status, again.Json.GetProperty("title").GetString()));
    }

    [Fact]
    public async Task What_is_somebody_elses_answers_like_what_does_not_exist()
    {
        using var ada = home.NewAccount();
        using var eve = home.NewAccount();
        var id = (await ada.UploadAsync("a.jpg", A.Jpeg())).GetProperty("id").GetString();
        var unknown = A.NewId().ToString();

        foreach (var (theirs, none) in new[]
        {
            (await eve.GetAsync($"/photos/{id}"), await eve.GetAsync($"/photos/{unknown}")),
            (await eve.DeleteAsync($"/photos/{id}"), await eve.DeleteAsync($"/photos/{unknown}")),
            (await eve.PostAsync($"/photos/{id}/restore"), await eve.PostAsync($"/photos/{unknown}/restore")),
            (await eve.PostAsync("/photos", new { id }), await eve.PostAsync("/photos", new { id = unknown })),
        })
        {
            Assert.Equal(404, theirs.Status);
            Assert.Equal(none.Anonymous, theirs.Anonymous);
        }

        Assert.Equal(0, (await eve.GetAsync("/photos")).Json.GetProperty("items").GetArrayLength());
        Assert.Equal("ready", (await ada.GetAsync($"/photos/{id}")).Json.GetProperty("state").GetString());
    }

    [Fact]
    public async Task Every_photo_is_listed_once_and_in_order_while_others_come_and_go()
    {
        using var ada = home.NewAccount();
        var photos = new Dictionary<string, string>();
        for (var number = 0; number < 60; number++)
        {
            var photo = await ada.UploadAsync($"20200101_{number / 60 % 24:00}{number % 60:00}00.jpg", A.Jpeg());
            var taken = photo.GetProperty("takenAt").GetProperty("local").GetString()!;
            photos.Add(photo.GetProperty("id").GetString()!, taken);
        }

        var seen = new List<string>();
        string? next = "";
        do
        {
            var page = (await ada.GetAsync($"/photos?limit=7&after={next}")).Json;
            var items = page.GetProperty("items").EnumerateArray();
            seen.AddRange(items.Select(item => item.GetProperty("id").GetString()!));
            next = page.GetProperty("next").GetString();

            await ada.UploadAsync("20300101_000000.jpg", A.Jpeg());
            await ada.DeleteAsync($"/photos/{seen[^1]}");
        }
        while (next is not null && seen.Count <= photos.Count);

        var expected = photos
            .OrderByDescending(photo => photo.Value)
            .ThenByDescending(photo => photo.Key, StringComparer.Ordinal)
            .Select(photo => photo.Key);
        Assert.Equal(expected, seen);
    }

    [Theory]
    [InlineData("canon-40d.jpg", "image/jpeg", "2008-05-30T15:56:01", "exif")]
    [InlineData("fujifilm-e500.jpg", "image/jpeg", "2006-08-17T09:24:48", "exif")]
    [InlineData("iphone-hdr.jpg", "image/jpeg", "2015-04-10T20:12:23", "exif")]
    [InlineData("nikon-gps.jpg", "image/jpeg", "2008-10-22T16:28:39", "exif")]
    [InlineData("nokia-8.3.jpg", "image/jpeg", "2022-08-14T14:12:31", "exif")]
    [InlineData("iphone.heic", "image/heic", "2021-04-11T15:47:53", "exif")]
    [InlineData("corrupted.jpg", "image/jpeg", "2015-09-08T11:02:17", "exif")]
    [InlineData("invalid-exif.jpg", "image/jpeg", null, "upload")]
    [InlineData("no-exif.jpg", "image/jpeg", null, "upload")]
    [InlineData("orientation-6.jpg", "image/jpeg", null, "upload")]
    [InlineData("orientation-8.jpg", "image/jpeg", null, "upload")]
    public async Task Real_photos_are_kept_byte_for_byte_with_the_dates_they_have(
        string name, string type, string? taken, string source)
    {
        var path = RealPhotos.Find(name);
        Assert.SkipWhen(path is null, $"{name} is not beside this checkout (shared/photos).");
        using var ada = home.NewAccount();
        var bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);

        var photo = await ada.UploadAsync(name, bytes, type);

        var takenAt = photo.GetProperty("takenAt");
        Assert.Equal(source, takenAt.GetProperty("source").GetString());
        Assert.True(taken is null || taken == takenAt.GetProperty("local").GetString());
        Assert.Equal(A.DigestOf(bytes), A.DigestOf(await ada.DownloadAsync(photo)));
    }
}

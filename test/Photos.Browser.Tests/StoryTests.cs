using Microsoft.Playwright;
using Photos.Tests.Shared;
using static Microsoft.Playwright.Assertions;

namespace Photos.Browser.Tests;

/// <summary>What somebody does on the first day, from end to end, in a browser and with the real host.</summary>
public sealed class StoryTests(Browser browser)
{
    [Fact]
    public async Task Photos_are_dropped_seen_deleted_and_still_there_after_the_library_was_killed()
    {
        await using var library = new Library();
        await library.StartAsync();
        await using var ada = await browser.VisitAsync(library);

        await Expect(ada.Page.GetByText("Hello, world!")).ToBeVisibleAsync();
        await ada.SignUpAsync("ada");
        await Expect(ada.Page.GetByText("ada", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(ada.Page.GetByRole(AriaRole.Heading, new() { Name = "No photos yet" })).ToBeVisibleAsync();

        await ada.DropAsync(Fixtures.Find("meadow.jpg", "mountain.jpg", "turned.jpg", "night.jpg"));
        await ada.ExpectUploadsToSayAsync("4 photos added");
        await ada.ChooseAsync(Fixtures.Find("harbour.jpg", "night.jpg"));
        await ada.ExpectUploadsToSayAsync("5 photos added, 1 already there");
        await ada.Button("Close the uploads").ClickAsync();

        await ada.ExpectPhotosAsync(
            "mountain.jpg, 28 January 2023", "harbour.jpg, 12 June 2021", "meadow.jpg, 1 May 2019",
            "turned.jpg, 19 August 2018", "night.jpg, 24 December 2016");

        await ada.Photo("harbour.jpg").ClickAsync();
        await Visitor.ExpectPictureAsync(ada.Large);
        await Expect(ada.Large).ToContainTextAsync("Saturday, 12 June 2021 at 20:15");
        await Expect(ada.Large).ToContainTextAsync("Photos Test Camera");
        await Expect(ada.Large).ToContainTextAsync("640 × 480, 9 kB");

        await ada.Button("Delete").ClickAsync();
        await ada.Button("Undo").ClickAsync();
        await Expect(ada.Large).ToContainTextAsync("Saturday, 12 June 2021 at 20:15");
        await ada.Button("Close").ClickAsync();
        await Expect(ada.Photos).ToHaveCountAsync(5);

        await ada.Photo("harbour.jpg").ClickAsync();
        await ada.Button("Delete").ClickAsync();
        await Expect(ada.Notice("harbour.jpg is in the trash.")).ToBeVisibleAsync();
        await ada.Button("Close").ClickAsync();
        await Expect(ada.Photos).ToHaveCountAsync(4);

        await library.KillAsync();
        await library.StartAsync();
        await ada.Page.ReloadAsync();

        await ada.ExpectPhotosAsync(
            "mountain.jpg, 28 January 2023", "meadow.jpg, 1 May 2019", "turned.jpg, 19 August 2018",
            "night.jpg, 24 December 2016");
        Assert.Empty(ada.Complaints);
    }

    [Fact]
    public async Task Real_photos_are_added_whatever_their_files_are_like()
    {
        await using var library = new Library();
        await library.StartAsync();
        await using var ada = await browser.VisitAsync(library);
        await ada.SignUpAsync("ada");
        string[] names =
        [
            "nokia-8.3.jpg", "iphone-hdr.jpg", "nikon-gps.jpg", "canon-40d.jpg", "fujifilm-e500.jpg",
            "orientation-6.jpg", "orientation-8.jpg", "no-exif.jpg", "iphone.heic", "corrupted.jpg", "invalid-exif.jpg",
        ];
        var real = names.Select(RealPhotos.Find).OfType<string>().ToArray();
        var paths = real.Length > 0 ? real : Fixtures.Find("undated.jpg", "turned.jpg");

        await ada.DropAsync(paths);

        await ada.ExpectUploadsToSayAsync($"{paths.Length} photos added");
        await Expect(ada.Photos).ToHaveCountAsync(paths.Length);
        Assert.Empty(ada.Complaints);
    }
}

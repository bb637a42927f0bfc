using Microsoft.Playwright;
using Photos.Tests.Shared;
using static Microsoft.Playwright.Assertions;

namespace Photos.Browser.Tests;

/// <summary>Files on their way: every one ends in words, and none is lost for good.</summary>
public sealed class UploadTests(Browser browser, Library library) : IClassFixture<Library>
{
    [Fact]
    public async Task A_failed_upload_is_told_in_words_and_can_be_tried_again()
    {
        await using var ada = await browser.VisitAsync(library);
        await ada.SignUpAsync("failing");
        await ada.Page.RouteAsync($"{library.Media}**", route => route.AbortAsync());

        await ada.ChooseAsync(Fixtures.Find("harbour.jpg", "meadow.jpg", "night.jpg"));
        await ada.ExpectUploadsToSayAsync("0 photos added, 3 failed");
        await Expect(ada.Uploads.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "harbour.jpg" }))
            .ToContainTextAsync("The library cannot be reached. Check the connection and try again");
        await ada.Page.UnrouteAllAsync();

        await ada.Button("Retry harbour.jpg").ClickAsync();
        await ada.ExpectUploadsToSayAsync("1 photo added, 2 failed");
        await ada.Button("Retry all failed").ClickAsync();
        await ada.ExpectUploadsToSayAsync("3 photos added");

        await ada.ExpectPhotosAsync(
            "harbour.jpg, 12 June 2021", "meadow.jpg, 1 May 2019", "night.jpg, 24 December 2016");
    }

    [Fact]
    public async Task A_file_that_is_no_picture_is_left_out_and_named()
    {
        await using var ada = await browser.VisitAsync(library);
        await ada.SignUpAsync("strict");

        await ada.DropAsync(Fixtures.Find("README.md"), Fixtures.Find("night.jpg"));

        await Expect(ada.Notice("Left out 1 file that the library does not keep: README.md")).ToBeVisibleAsync();
        await ada.ExpectUploadsToSayAsync("1 photo added");
    }

    [Fact]
    public async Task The_same_bytes_under_two_names_become_one_photo()
    {
        await using var ada = await browser.VisitAsync(library);
        await ada.SignUpAsync("twice");
        var copy = Path.Combine(Directory.CreateTempSubdirectory("photos-").FullName, "copy.jpg");
        File.Copy(Fixtures.Find("night.jpg"), copy);

        await ada.DropAsync(Fixtures.Find("night.jpg"), copy);

        await ada.ExpectUploadsToSayAsync("1 photo added, 1 already there");
        await Expect(ada.Photos).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Leaving_while_something_is_on_its_way_asks_first()
    {
        await using var ada = await browser.VisitAsync(library);
        await ada.SignUpAsync("leaving");
        await ada.Page.RouteAsync($"{library.Media}**", _ => Task.CompletedTask);
        await ada.ChooseAsync(Fixtures.Find("night.jpg"));
        await Expect(ada.Uploads).ToContainTextAsync("Sending");

        await ada.Page.ReloadAsync();

        Assert.Contains(ada.Complaints, complaint => complaint.StartsWith("beforeunload", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_photo_that_came_without_copies_gets_them_from_the_browser_that_meets_it()
    {
        await using var ada = await browser.VisitAsync(library);
        await ada.SignUpAsync("bare");
        using var script = await library.ClientOfAsync("bare");
        var bytes = await File.ReadAllBytesAsync(Fixtures.Find("turned.jpg"), TestContext.Current.CancellationToken);
        await script.AddAsync("turned.jpg", bytes);

        await ada.Page.ReloadAsync();

        await ada.ExpectPhotosAsync("turned.jpg, 19 August 2018");
    }
}

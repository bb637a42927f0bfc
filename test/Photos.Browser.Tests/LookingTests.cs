using Microsoft.Playwright;
using Photos.Tests.Shared;
using static Microsoft.Playwright.Assertions;

namespace Photos.Browser.Tests;

/// <summary>Looking at the library: by scrolling, by links, by keyboard.</summary>
public sealed class LookingTests(Browser browser, Library library) : IClassFixture<Library>
{
    [Fact]
    public async Task More_photos_come_with_scrolling()
    {
        const int count = 130;
        await using var ada = await browser.VisitAsync(library);
        await ada.SignUpAsync("scrolling");
        using var script = await library.ClientOfAsync("scrolling");
        var bytes = await File.ReadAllBytesAsync(Fixtures.Find("night.jpg"), TestContext.Current.CancellationToken);
        for (var at = 0; at < count; at++)
            await script.AddAsync($"night-{at}.jpg", [.. bytes, (byte)at]);

        await ada.Page.ReloadAsync();
        await Expect(ada.Photos).ToHaveCountAsync(60);
        await ada.Page.Keyboard.PressAsync("End");
        await Expect(ada.Photos).ToHaveCountAsync(120);
        await ada.Page.Keyboard.PressAsync("End");

        await Expect(ada.Photos).ToHaveCountAsync(count);
    }

    [Fact]
    public async Task Everything_can_be_done_by_keyboard()
    {
        await using var ada = await browser.VisitAsync(library);
        await ada.SignUpAsync("keys");
        await ada.ChooseAsync(Fixtures.Find("mountain.jpg", "harbour.jpg", "night.jpg"));
        await ada.ExpectUploadsToSayAsync("3 photos added");

        await ada.Photo("mountain.jpg").FocusAsync();
        await ada.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(ada.Photo("harbour.jpg")).ToBeFocusedAsync();
        await ada.Page.Keyboard.PressAsync("Enter");
        await Expect(Heading(ada)).ToHaveTextAsync("harbour.jpg");
        await Expect(ada.Large.GetByRole(AriaRole.Button, new() { Name = "Close" })).ToBeFocusedAsync();

        await ada.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(Heading(ada)).ToHaveTextAsync("night.jpg");
        await ada.Page.Keyboard.PressAsync("ArrowLeft");
        await Expect(Heading(ada)).ToHaveTextAsync("harbour.jpg");
        await ada.Page.Keyboard.PressAsync("Delete");
        await Expect(Heading(ada)).ToHaveTextAsync("night.jpg");
        await ada.Button("Undo").FocusAsync();
        await ada.Page.Keyboard.PressAsync("Enter");
        await Expect(Heading(ada)).ToHaveTextAsync("harbour.jpg");
        await ada.Page.Keyboard.PressAsync("Escape");

        await Expect(ada.Large).ToBeHiddenAsync();
        await Expect(ada.Photo("harbour.jpg")).ToBeFocusedAsync();
        await Expect(ada.Photos).ToHaveCountAsync(3);
    }

    [Fact]
    public async Task A_link_to_a_photo_opens_it_also_after_signing_in()
    {
        await using var ada = await browser.VisitAsync(library);
        await ada.SignUpAsync("linked");
        await ada.ChooseAsync(Fixtures.Find("harbour.jpg"));
        await ada.Photo("harbour.jpg").ClickAsync();
        await Expect(ada.Page).ToHaveTitleAsync("harbour.jpg – Photos");
        var link = ada.Page.Url;

        await ada.Page.GotoAsync("about:blank");
        await ada.Page.GotoAsync(link);
        await Expect(Heading(ada)).ToHaveTextAsync("harbour.jpg");
        await ada.Button("Close").ClickAsync();

        await Expect(ada.Page).ToHaveTitleAsync("Photos");
        await Expect(ada.Photo("harbour.jpg")).ToBeFocusedAsync();

        await ada.Button("Sign out").ClickAsync();
        await Expect(ada.Button("Sign in")).ToBeVisibleAsync();
        await ada.Page.GotoAsync(link);
        await ada.SignInAsync("linked");
        await Expect(Heading(ada)).ToHaveTextAsync("harbour.jpg");
    }

    [Fact]
    public async Task A_link_to_nothing_says_so_and_shows_the_library()
    {
        await using var ada = await browser.VisitAsync(library);
        await ada.SignUpAsync("lost");

        await ada.Page.GotoAsync("/#/photos/01J00000000000000000000000");

        await Expect(ada.Notice("This photo is not in your library.")).ToBeVisibleAsync();
        await Expect(ada.Large).ToBeHiddenAsync();
        await Expect(ada.Page).ToHaveTitleAsync("Photos");
    }

    private static ILocator Heading(Visitor visitor) => visitor.Large.GetByRole(AriaRole.Heading);
}

using System.Text.Json;
using Microsoft.Playwright;
using Photos.Tests.Shared;
using static Microsoft.Playwright.Assertions;

namespace Photos.Browser.Tests;

/// <summary>The page that shows the API's description to people.</summary>
public sealed class ReferenceTests(Browser browser, Library library) : IClassFixture<Library>
{
    [Fact]
    public async Task Everybody_finds_every_route_and_every_type_without_signing_in()
    {
        await using var reader = await browser.VisitAsync(library);
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "The API" }).ClickAsync();

        await Expect(Heading(reader, "The API")).ToBeVisibleAsync();
        using var document = JsonDocument.Parse(
            await File.ReadAllTextAsync(
                Path.Combine(Repository.Root, "openapi.json"), TestContext.Current.CancellationToken));
        foreach (var path in document.RootElement.GetProperty("paths").EnumerateObject())
        {
            foreach (var method in path.Value.EnumerateObject())
                await Expect(Heading(reader, $"{method.Name} {path.Name}")).ToBeVisibleAsync();
        }

        var types = document.RootElement.GetProperty("components").GetProperty("schemas").EnumerateObject();
        foreach (var type in types)
            await Expect(Heading(reader, type.Name)).ToBeVisibleAsync();
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task A_link_to_a_route_leads_to_it()
    {
        await using var reader = await browser.VisitAsync(library);

        await reader.Page.GotoAsync("/api.html#CreateUpload");

        await Expect(Heading(reader, "post /uploads")).ToBeInViewportAsync();
        await Expect(reader.Page.Locator("article:target")).ToHaveIdAsync("CreateUpload");
    }

    [Fact]
    public async Task Who_follows_a_link_to_a_route_goes_on_from_there_with_the_keyboard()
    {
        await using var reader = await browser.VisitAsync(library);

        await reader.Page.GotoAsync("/api.html#GetPhoto");
        await Expect(Heading(reader, "get /photos/{id}")).ToBeInViewportAsync();
        await reader.Page.Keyboard.PressAsync("Tab");

        Assert.Equal("GetPhoto", await reader.Page.EvaluateAsync<string>("document.activeElement.closest('article')?.id"));
    }

    [Fact]
    public async Task A_link_to_nowhere_leads_to_the_page()
    {
        await using var reader = await browser.VisitAsync(library);

        await reader.Page.GotoAsync("/api.html#%");

        await Expect(Heading(reader, "Types")).ToBeVisibleAsync();
        Assert.Empty(reader.Complaints);
    }

    [Theory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task Nothing_is_wider_than_the_screen(int width)
    {
        await using var reader = await browser.VisitAsync(library);
        await reader.Page.SetViewportSizeAsync(width, 800);

        await reader.Page.GotoAsync("/api.html");
        await Expect(Heading(reader, "Types")).ToBeVisibleAsync();

        Assert.InRange(await reader.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, width);
    }

    private static ILocator Heading(Visitor reader, string name) =>
        reader.Page.GetByRole(AriaRole.Heading, new() { Name = name, Exact = true });
}

using Microsoft.Playwright;
using Photos.Tests.Shared;
using static Microsoft.Playwright.Assertions;

namespace Photos.Browser.Tests;

/// <summary>Stored text that looks like markup stays text, wherever it is shown.</summary>
public sealed class MarkupTests(Browser browser, Library library) : IClassFixture<Library>
{
    private static readonly string[] Texts =
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "\"><svg onload=alert(1)>",
        "' onfocus='alert(1)' autofocus='",
        "<style>body{display:none}</style>",
        "<a href=\"javascript:alert(1)\">here</a>",
        "<slot></slot>${alert(1)}{{alert(1)}}",
    ];

    [Fact]
    public async Task A_title_a_file_name_and_an_account_name_of_markup_are_shown_as_they_are()
    {
        await using var ada = await browser.VisitAsync(library);
        await ada.SignUpAsync("<img src=x onerror=alert(1)>");
        using var script = await library.ClientOfAsync("<img src=x onerror=alert(1)>");
        var bytes = await File.ReadAllBytesAsync(Fixtures.Find("night.jpg"), TestContext.Current.CancellationToken);
        foreach (var (at, text) in Texts.Index())
        {
            await script.AddAsync($"{text.Replace('/', '.')}.jpg", [.. bytes, 1, (byte)at]);
            await script.AddAsync("night.jpg", [.. bytes, 2, (byte)at], text);
        }

        await ada.Page.ReloadAsync();

        await Expect(ada.Photos).ToHaveCountAsync(2 * Texts.Length);
        foreach (var text in Texts)
        {
            var link = new PageGetByRoleOptions { Name = $"{text}, 24 December 2016", Exact = true };
            await ada.Page.GetByRole(AriaRole.Link, link).ClickAsync();
            await Expect(ada.Large.GetByRole(AriaRole.Heading)).ToHaveTextAsync(text);
            await ada.Button("Delete").ClickAsync();
            await Expect(ada.Notice($"{text} is in the trash.")).ToBeVisibleAsync();
            await ada.Button("Close").ClickAsync();
        }

        await Expect(ada.Photos).ToHaveCountAsync(Texts.Length);
        Assert.Empty(ada.Complaints);
    }
}

using System.Net.Sockets;
using System.Text;
using Microsoft.Playwright;
using Photos.Tests.Shared;
using static Microsoft.Playwright.Assertions;

namespace Photos.Browser.Tests;

/// <summary>The console beside the library that it watches.</summary>
public sealed class ConsoleTests(Browser browser, Library library) : IClassFixture<Library>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_appear_as_they_come_and_a_function_fails_when_it_is_told_to()
    {
        await using var ada = await browser.VisitAsync(library);
        await ada.SignUpAsync("watched");
        await using var owner = await OpenAsync("functions");
        var card = owner.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "ListPhotos" }).First;
        await card.GetByLabel("Answer").SelectOptionAsync("fail (500)");
        await card.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
        var alarm = owner.Page.GetByRole(AriaRole.Complementary, new() { Name = "Faults" });
        await Expect(alarm).ToContainTextAsync("ListPhotos fails (500)");

        await owner.Page.GetByRole(AriaRole.Link, new() { Name = "Requests", Exact = true }).ClickAsync();
        await ada.Page.ReloadAsync();
        await Expect(ada.Page.GetByText("The library cannot be reached.")).ToBeVisibleAsync();
        var failure = Row(owner, "/photos").Filter(new() { HasText = "500" }).First;
        await Expect(failure).ToContainTextAsync("ListPhotos is made to fail on the console.");

        await alarm.GetByRole(AriaRole.Button, new() { Name = "Take all back" }).ClickAsync();
        await Expect(alarm).ToBeHiddenAsync();
        await ada.Page.ReloadAsync();
        await Expect(ada.Page.GetByText("No photos yet")).ToBeVisibleAsync();
        await Expect(Row(owner, "/photos").Filter(new() { HasText = "200" }).First).ToBeVisibleAsync();
        Assert.Empty(owner.Complaints);
    }

    [Fact]
    public async Task A_request_is_found_opened_and_replayed_without_a_mouse()
    {
        await using var owner = await OpenAsync("requests");
        await owner.Button("Clear").ClickAsync();
        await Expect(owner.Page.GetByText("Nothing has happened yet.")).ToBeVisibleAsync();
        using var http = new HttpClient();
        await http.GetStringAsync(new Uri(library.Api, "/hello?name=first"), Ct);
        await http.GetStringAsync(new Uri(library.Api, "/hello?name=second"), Ct);
        await Expect(Row(owner, "/hello")).ToHaveCountAsync(2);
        var keys = owner.Page.Keyboard;
        await owner.Page.GetByRole(AriaRole.Searchbox, new() { Name = "Filter" }).FocusAsync();
        await keys.TypeAsync("hello");

        await keys.PressAsync("Tab");
        await keys.PressAsync("Tab");
        await keys.PressAsync("Tab");
        await Expect(Row(owner, "/hello").First).ToBeFocusedAsync();
        await keys.PressAsync("ArrowDown");
        await Expect(Row(owner, "/hello").Nth(1)).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        var details = owner.Page.GetByRole(AriaRole.Region, new() { Name = "Details" });
        await Expect(details.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeFocusedAsync();
        await Expect(details).ToContainTextAsync("first");
        await keys.PressAsync("Shift+Tab");
        await Expect(details.GetByRole(AriaRole.Button, new() { Name = "Replay" })).ToBeFocusedAsync();
        await keys.PressAsync("Enter");

        await Expect(owner.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Sent to Hello again: 200");
        await Expect(Row(owner, "/hello")).ToHaveCountAsync(3);
    }

    [Fact]
    public async Task A_path_a_header_and_a_body_of_markup_are_shown_as_they_are()
    {
        await using var owner = await OpenAsync("requests");
        await owner.Button("Clear").ClickAsync();
        await Expect(owner.Page.GetByText("Nothing has happened yet.")).ToBeVisibleAsync();
        const string markup = "/<img/src=x/onerror=alert(1)>";
        await SendRawAsync($"GET {markup} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        await SendRawAsync(
            "GET /hello?name=<script>alert(2)</script> HTTP/1.1\r\nHost: localhost\r\n"
            + "User-Agent: <svg onload=alert(3)>\r\nConnection: close\r\n\r\n");

        await Expect(Row(owner, markup).First).ToBeVisibleAsync();
        await Row(owner, "/hello").ClickAsync();
        var details = owner.Page.GetByRole(AriaRole.Region, new() { Name = "Details" });

        await Expect(details).ToContainTextAsync("<svg onload=alert(3)>");
        await Expect(owner.Page.Locator("main img, main svg, main script")).ToHaveCountAsync(0);
        Assert.Empty(owner.Complaints);
    }

    [Fact]
    public async Task An_account_is_shown_with_its_records_and_its_files()
    {
        await using var ada = await browser.VisitAsync(library);
        await ada.SignUpAsync("<b>kept</b>");
        await ada.ChooseAsync(Fixtures.Find("harbour.jpg"));
        await ada.ExpectUploadsToSayAsync("1 photo added");

        await using var owner = await OpenAsync("accounts");
        await owner.Page.GetByRole(AriaRole.Link, new() { Name = "<b>kept</b>" }).ClickAsync();

        var records = owner.Page.GetByRole(AriaRole.Heading, new() { Name = "photos", Exact = true });
        await Expect(records).ToBeVisibleAsync();
        await Expect(owner.Page.GetByRole(AriaRole.Cell, new() { Name = "harbour.jpg" }).First).ToBeVisibleAsync();
        await Expect(owner.Page.GetByRole(AriaRole.Cell, new() { Name = "image/jpeg" }).First).ToBeVisibleAsync();
        Assert.Empty(owner.Complaints);
    }

    [Theory]
    [InlineData("requests")]
    [InlineData("functions")]
    [InlineData("routes")]
    [InlineData("accounts")]
    public async Task The_narrowest_phone_scrolls_one_way_only(string view)
    {
        await using var owner = await OpenAsync(view);
        await owner.Page.SetViewportSizeAsync(320, 640);
        await Expect(owner.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();

        var overflow = await owner.Page.EvaluateAsync<int>(
            "() => document.documentElement.scrollWidth - window.innerWidth");

        Assert.True(overflow <= 0, $"The page is {overflow} px too wide.");
    }

    private async Task<Visitor> OpenAsync(string view)
    {
        var owner = await browser.VisitAsync(library);
        await owner.Page.GotoAsync(new Uri(library.Api, $"/_local#/{view}").AbsoluteUri);
        await Expect(owner.Page.GetByText("Live", new() { Exact = true })).ToBeVisibleAsync();
        return owner;
    }

    private static ILocator Row(Visitor owner, string path) =>
        owner.Page.GetByRole(AriaRole.List, new() { Name = "The last requests and events" })
            .GetByRole(AriaRole.Link).Filter(new() { HasText = path });

    // A browser and an HTTP client would both write these letters otherwise.
    private async Task SendRawAsync(string request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(library.Api.Host, library.Api.Port, Ct);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), Ct);
        using var answer = new StreamReader(stream);
        await answer.ReadToEndAsync(Ct);
    }
}

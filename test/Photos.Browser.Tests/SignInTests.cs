using Microsoft.Playwright;
using Photos.Tests.Shared;
using static Microsoft.Playwright.Assertions;

namespace Photos.Browser.Tests;

/// <summary>Being signed in: until one signs out, in every tab, and without a thought for short-lived tokens.</summary>
public sealed class SignInTests(Browser browser, Library library) : IClassFixture<Library>
{
    [Fact]
    public async Task Signing_out_leads_to_the_welcome_and_leaves_nothing_to_see()
    {
        await using var ada = await browser.VisitAsync(library);
        await ada.SignUpAsync("parting");
        await ada.ChooseAsync(Fixtures.Find("night.jpg"));
        await Expect(ada.Photo("night.jpg")).ToBeVisibleAsync();

        await ada.Button("Sign out").ClickAsync();
        await Expect(ada.Button("Sign in")).ToBeVisibleAsync();
        await ada.Page.ReloadAsync();

        await Expect(ada.Button("Sign in")).ToBeVisibleAsync();
        await Expect(ada.Photos).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Signing_out_in_one_tab_signs_out_the_others()
    {
        await using var ada = await browser.VisitAsync(library);
        await ada.SignUpAsync("two-tabs");
        var second = await ada.Page.Context.NewPageAsync();
        await second.GotoAsync("/");
        await Expect(second.GetByRole(AriaRole.Button, new() { Name = "Sign out" })).ToBeVisibleAsync();

        await ada.Button("Sign out").ClickAsync();

        await Expect(second.GetByRole(AriaRole.Button, new() { Name = "Sign in" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_token_near_its_end_is_renewed_once_however_many_requests_wait_for_it()
    {
        await using var ada = await browser.VisitAsync(library);
        await ada.Page.Clock.InstallAsync();
        await ada.SignUpAsync("patient");
        var renewals = 0;
        ada.Page.Request += (_, request) =>
            renewals += request.Url.EndsWith("/oauth2/token", StringComparison.Ordinal) ? 1 : 0;

        await ada.Page.Clock.FastForwardAsync("20:00");
        await ada.ChooseAsync(Fixtures.Find("harbour.jpg", "meadow.jpg", "night.jpg"));
        await ada.ExpectUploadsToSayAsync("3 photos added");

        Assert.Equal(1, renewals);
    }

    [Fact]
    public async Task A_sign_in_that_was_ended_elsewhere_is_told_with_a_way_back()
    {
        await using var ada = await browser.VisitAsync(library);
        await ada.Page.Clock.InstallAsync();
        await ada.SignUpAsync("ended");
        await ada.Page.RouteAsync("**/oauth2/token", route => route.FulfillAsync(new()
        {
            Status = 400,
            ContentType = "application/json",
            Headers = [new("access-control-allow-origin", library.Site.GetLeftPart(UriPartial.Authority))],
            Body = """{"error":"invalid_grant"}""",
        }));

        await ada.Page.Clock.FastForwardAsync("20:00");
        await ada.Page.ReloadAsync();

        await Expect(ada.Notice("Your sign-in has ended. Sign in again to go on.")).ToBeVisibleAsync();
        await ada.Button("Sign in").First.ClickAsync();
        await Expect(ada.Page.GetByLabel("Password")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_changed_password_signs_in_from_then_on_and_ends_the_sign_in_elsewhere()
    {
        await using var ada = await browser.VisitAsync(library);
        await ada.SignUpAsync("changing");
        await using var elsewhere = await browser.VisitAsync(library);
        await elsewhere.Page.Clock.InstallAsync();
        await elsewhere.SignInAsync("changing");
        await Expect(elsewhere.Button("Sign out")).ToBeVisibleAsync();

        await ada.ChangePasswordAsync("changing", "another long secret");
        await elsewhere.Page.Clock.FastForwardAsync("20:00");
        await elsewhere.Page.ReloadAsync();
        await Expect(elsewhere.Notice("Your sign-in has ended. Sign in again to go on.")).ToBeVisibleAsync();

        await ada.Button("Sign out").ClickAsync();
        await ada.SignInAsync("changing", "another long secret");
        await Expect(ada.Button("Sign out")).ToBeVisibleAsync();
        Assert.Empty(ada.Complaints);
    }

    [Fact]
    public async Task A_token_that_the_library_refuses_is_told_with_a_way_back()
    {
        await using var ada = await browser.VisitAsync(library);
        await ada.SignUpAsync("refused");
        await ada.Page.RouteAsync("**/photos?*", route => route.FulfillAsync(new()
        {
            Status = 401,
            ContentType = "application/json",
            Headers = [new("access-control-allow-origin", library.Site.GetLeftPart(UriPartial.Authority))],
            Body = """{"message":"Unauthorized"}""",
        }));

        await ada.Page.ReloadAsync();

        await Expect(ada.Page.GetByRole(AriaRole.Alert))
            .ToHaveTextAsync("Your sign-in has ended. Sign in again to go on.");
        await Expect(ada.Button("Sign in")).ToBeVisibleAsync();
    }
}

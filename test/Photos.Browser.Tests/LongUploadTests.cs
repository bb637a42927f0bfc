using Microsoft.Playwright;
using Photos.Tests.Shared;
using static Microsoft.Playwright.Assertions;

namespace Photos.Browser.Tests;

/// <summary>Bytes that travel for longer than a token lives.</summary>
public sealed class LongUploadTests(Browser browser, Library library) : IClassFixture<Library>
{
    private const string Ended = "Your sign-in has ended. Sign in again to go on.";

    [Fact]
    public async Task A_token_that_expires_while_bytes_are_on_their_way_is_renewed_without_a_word()
    {
        await using var ada = await browser.VisitAsync(library);
        await ada.Page.Clock.InstallAsync();
        await ada.SignUpAsync("slow");
        var renewals = 0;
        ada.Page.Request += (_, request) =>
            renewals += request.Url.EndsWith("/oauth2/token", StringComparison.Ordinal) ? 1 : 0;
        var bytes = await HoldBytesAsync(ada);

        await ada.ChooseAsync(Fixtures.Find("night.jpg"));
        var held = await bytes;
        await ada.Page.Clock.FastForwardAsync("20:00");
        await held.ContinueAsync();

        await ada.ExpectUploadsToSayAsync("1 photo added");
        await ada.ExpectPhotosAsync("night.jpg, 24 December 2016");
        Assert.Equal(1, renewals);
        await Expect(ada.Notice(Ended)).ToHaveCountAsync(0);
        Assert.Empty(ada.Complaints);
    }

    [Fact]
    public async Task A_sign_in_that_ends_while_bytes_are_on_their_way_loses_none_and_goes_on_after_the_next()
    {
        await using var ada = await browser.VisitAsync(library);
        await ada.Page.Clock.InstallAsync();
        await ada.SignUpAsync("interrupted");
        var bytes = await HoldBytesAsync(ada);

        await ada.ChooseAsync(Fixtures.Find("night.jpg", "meadow.jpg"));
        var held = await bytes;
        await EndSignInAsync(ada);
        await ada.Page.Clock.FastForwardAsync("20:00");
        await held.ContinueAsync();
        await Expect(ada.Notice(Ended)).ToBeVisibleAsync();
        await ada.SignInElsewhereAsync("interrupted");

        await ada.ExpectUploadsToSayAsync("2 photos added");
        Assert.Empty(ada.Complaints);
    }

    // The first bytes wait until the test lets them go; all others pass.
    private async Task<Task<IRoute>> HoldBytesAsync(Visitor visitor)
    {
        var held = new TaskCompletionSource<IRoute>();
        await visitor.Page.RouteAsync($"{library.Media}**", async route =>
        {
            if (route.Request.Method != "PUT" || !held.TrySetResult(route))
                await route.ContinueAsync();
        });
        return held.Task;
    }

    // What signing out on another device would do; the answer can be read, since the site may ask for it.
    private static async Task EndSignInAsync(Visitor visitor) => Assert.Equal(200, await visitor.Page.EvaluateAsync<int>(
        """
        async () => {
          const { signIn } = await (await fetch("/config.json")).json();
          const token = JSON.parse(localStorage.getItem("photos.tokens")).refresh;
          const body = new URLSearchParams({ token, client_id: signIn.clientId });
          return (await fetch(`${signIn.domain}/oauth2/revoke`, { method: "POST", body })).status;
        }
        """));
}

using System.Net;

namespace Lambda.Tests.SignIn;

/// <summary>A new password for who knows the old one, after which nothing that was begun with the old one goes on.</summary>
public sealed class ChangePasswordTests : IAsyncLifetime
{
    private const string New = "battery staple";

    private SignInHost _host = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _host = await SignInHost.StartAsync();
        await _host.CodeAsync();
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task The_new_password_counts_from_then_on_and_the_old_one_no_more()
    {
        using var changed = await ChangeAsync(SignInHost.Password, New);
        using var old = await _host.SubmitAsync("sign-in", "Ada", SignInHost.Password);

        Assert.Equal(HttpStatusCode.SeeOther, changed.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, old.StatusCode);
        Assert.NotEmpty(await _host.CodeAsync("sign-in", "Ada", New));
    }

    [Fact]
    public async Task Who_changes_it_stays_signed_in_and_every_other_sign_in_of_the_account_ends()
    {
        await _host.CodeAsync(name: "Eve");
        var eve = await _host.RedeemAsync(await _host.CodeAsync("sign-in", "Eve"));
        var elsewhere = await _host.RedeemAsync(await _host.CodeAsync("sign-in"));
        var onItsWay = await _host.CodeAsync("sign-in");

        using var changed = await ChangeAsync(SignInHost.Password, New);
        var here = await _host.RedeemAsync(SignInHost.CodeIn(changed));

        Assert.Equal("", (await _host.RefreshAsync(here.Refresh)).Error);
        Assert.Equal("", (await _host.RefreshAsync(eve.Refresh)).Error);
        Assert.Equal("invalid_grant", (await _host.RefreshAsync(elsewhere.Refresh)).Error);
        Assert.Equal("invalid_grant", (await _host.RedeemAsync(onItsWay)).Error);
        Assert.Equal(
            Tokens.Part(elsewhere.Access, 1).GetProperty("sub").GetString(),
            Tokens.Part(here.Access, 1).GetProperty("sub").GetString());
    }

    [Theory]
    [InlineData("wrong password", New, "The name or the password is not right.", "password")]
    [InlineData(SignInHost.Password, "short", "A password has 8 to 256 characters.", "new-password")]
    [InlineData(SignInHost.Password, SignInHost.Password, "The new password is the old one.", "new-password")]
    [InlineData(SignInHost.Password, null, "A password has 8 to 256 characters.", "new-password")]
    public async Task A_mistake_changes_nothing_and_is_told_beside_its_field(
        string password, string? newPassword, string words, string field)
    {
        using var answer = await ChangeAsync(password, newPassword);
        var page = await answer.Content.ReadAsStringAsync(Ct);

        Assert.Equal((HttpStatusCode.BadRequest, null), (answer.StatusCode, answer.Headers.Location));
        Assert.Contains($"role=\"alert\">{words}", page, StringComparison.Ordinal);
        Assert.Contains(
            "aria-invalid=\"true\"", page.Split($"<input id=\"{field}\"")[1].Split('>')[0], StringComparison.Ordinal);
        Assert.NotEmpty(await _host.CodeAsync("sign-in"));
    }

    [Fact]
    public async Task Guessing_the_old_password_here_counts_like_guessing_at_the_front_door()
    {
        for (var turn = 0; turn < 10; turn++)
            (await ChangeAsync("wrong password", New)).Dispose();

        using var locked = await _host.SubmitAsync("sign-in", "Ada", SignInHost.Password);

        Assert.Equal(HttpStatusCode.TooManyRequests, locked.StatusCode);
    }

    [Fact]
    public async Task The_page_is_reached_from_the_sign_in_page_and_knows_the_name_that_the_site_gave()
    {
        var signIn = await _host.Http.GetStringAsync(_host.AuthorizeAt(("screen", "sign-in")), Ct);
        var change = await _host.Http.GetStringAsync(
            _host.AuthorizeAt(("screen", "password"), ("login_hint", "Ada")), Ct);

        Assert.Contains("screen=password\">Change your password</a>", signIn, StringComparison.Ordinal);
        Assert.Contains("<h1>Change your password</h1>", change, StringComparison.Ordinal);
        Assert.Contains("name=\"name\" value=\"Ada\"", change, StringComparison.Ordinal);
        Assert.Contains("autocomplete=\"current-password\"", change, StringComparison.Ordinal);
        Assert.Contains("autocomplete=\"new-password\"", change, StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> ChangeAsync(string password, string? newPassword) =>
        _host.SubmitAsync("password", "Ada", password, newPassword: newPassword);
}

using Lambda.Local.SignIn;

namespace Lambda.Tests.SignIn;

public sealed class RefreshTests : IAsyncLifetime
{
    private SignInHost _host = null!;
    private Tokens _first = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await SignInHost.StartAsync();
        _first = await _host.RedeemAsync(await _host.CodeAsync());
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Each_refresh_gives_new_tokens_of_the_same_sign_in()
    {
        _host.Clock.Move(TimeSpan.FromMinutes(14));
        var second = await _host.RefreshAsync(_first.Refresh);
        _host.Clock.Move(TimeSpan.FromMinutes(14));
        var third = await _host.RefreshAsync(second.Refresh);

        Assert.Equal(3, new[] { _first.Refresh, second.Refresh, third.Refresh }.Distinct().Count());
        foreach (var name in (string[])["sub", "auth_time", "scope"])
        {
            Assert.Equal(
                Tokens.Part(_first.Access, 1).GetProperty(name).ToString(),
                Tokens.Part(third.Access, 1).GetProperty(name).ToString());
        }

        Assert.Equal(
            _host.Clock.GetUtcNow().AddMinutes(15).ToUnixTimeSeconds(),
            Tokens.Part(third.Access, 1).GetProperty("exp").GetInt64());
    }

    [Fact]
    public async Task A_spent_token_shown_again_ends_the_sign_in_for_everybody()
    {
        var second = await _host.RefreshAsync(_first.Refresh);
        _host.Clock.Move(TimeSpan.FromSeconds(31));

        Assert.Equal("invalid_grant", (await _host.RefreshAsync(_first.Refresh)).Error);
        Assert.Equal("invalid_grant", (await _host.RefreshAsync(second.Refresh)).Error);
    }

    [Fact]
    public async Task Answers_lost_on_their_way_are_made_good_for_thirty_seconds()
    {
        await _host.RefreshAsync(_first.Refresh);
        _host.Clock.Move(TimeSpan.FromSeconds(15));
        Assert.Equal("", (await _host.RefreshAsync(_first.Refresh)).Error);
        _host.Clock.Move(TimeSpan.FromSeconds(15));

        var retried = await _host.RefreshAsync(_first.Refresh);
        Assert.Equal("", retried.Error);

        _host.Clock.Move(TimeSpan.FromSeconds(1));
        Assert.Equal("invalid_grant", (await _host.RefreshAsync(_first.Refresh)).Error);
        Assert.Equal("invalid_grant", (await _host.RefreshAsync(retried.Refresh)).Error);
    }

    [Fact]
    public async Task Two_tabs_that_refresh_at_once_both_stay_signed_in()
    {
        var tabs = await Task.WhenAll(_host.RefreshAsync(_first.Refresh), _host.RefreshAsync(_first.Refresh));
        _host.Clock.Move(TimeSpan.FromMinutes(14));

        var later = await Task.WhenAll(tabs.Select(tab => _host.RefreshAsync(tab.Refresh)));

        Assert.All(later, tokens => Assert.Equal("", tokens.Error));
    }

    [Fact]
    public async Task A_sign_in_lasts_for_thirty_days()
    {
        _host.Clock.Move(TimeSpan.FromDays(29));
        var late = await _host.RefreshAsync(_first.Refresh);
        Assert.Equal("", late.Error);

        _host.Clock.Move(TimeSpan.FromDays(1));
        Assert.Equal("invalid_grant", (await _host.RefreshAsync(late.Refresh)).Error);
    }

    [Fact]
    public async Task Revoking_a_token_ends_its_sign_in_and_no_other()
    {
        var other = await _host.RedeemAsync(await _host.CodeAsync("sign-in"));

        using var form = new FormUrlEncodedContent([new("client_id", SignInHost.Client), new("token", _first.Refresh)]);
        using var answer = await _host.Http.PostAsync(
            _host.At("/oauth2/revoke"), form, TestContext.Current.CancellationToken);

        Assert.True(answer.IsSuccessStatusCode);
        Assert.Equal("invalid_grant", (await _host.RefreshAsync(_first.Refresh)).Error);
        Assert.Equal("", (await _host.RefreshAsync(other.Refresh)).Error);
    }

    [Fact]
    public async Task An_access_token_cannot_be_taken_back_and_the_answer_says_so()
    {
        using var form = new FormUrlEncodedContent([new("client_id", SignInHost.Client), new("token", _first.Access)]);
        using var answer = await _host.Http.PostAsync(
            _host.At("/oauth2/revoke"), form, TestContext.Current.CancellationToken);

        Assert.Equal(
            """{"error":"unsupported_token_type"}""",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_new_key_retires_the_old_one_and_signs_nobody_out()
    {
        var old = Tokens.Part(_first.Access, 0).GetProperty("kid").GetString()!;
        File.Delete(Path.Combine(_host.Folder, "sign-in", "signing-key.pem"));

        await using var restarted = await _host.RestartAsync();
        var renewed = await restarted.RefreshAsync(_first.Refresh);

        Assert.Null(restarted.SignIn.FindKey(old));
        Assert.NotNull(restarted.SignIn.FindKey(Tokens.Part(renewed.Access, 0).GetProperty("kid").GetString()!));
    }

    [Theory]
    [InlineData(".")]
    [InlineData("nobody.knows")]
    public async Task An_unknown_token_is_refused(string token) =>
        Assert.Equal("invalid_grant", (await _host.RefreshAsync(token)).Error);

    [Fact]
    public async Task A_restart_signs_nobody_out_and_keeps_no_secret_in_plain()
    {
        var restarted = new LocalSignIn(SignInHost.Options(_host.Folder), _host.Clock);
        var kid = Tokens.Part(_first.Access, 0).GetProperty("kid").GetString()!;

        Assert.NotNull(restarted.FindKey(kid));
        Assert.Equal("", (await _host.RefreshAsync(_first.Refresh)).Error);
        foreach (var file in Directory.GetFiles(_host.Folder, "*.json", SearchOption.AllDirectories))
        {
            var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            Assert.DoesNotContain(SignInHost.Password, text, StringComparison.Ordinal);
            Assert.DoesNotContain(_first.Refresh.Split('.')[1], text, StringComparison.Ordinal);
        }
    }
}

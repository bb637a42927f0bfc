using System.Security.Cryptography;
using System.Text;

namespace Lambda.Tests.SignIn;

public sealed class PageTests : IAsyncLifetime
{
    private SignInHost _host = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await SignInHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Whoever_comes_first_is_offered_an_account_and_later_ones_to_sign_in()
    {
        Assert.Contains("<h1>Create your account</h1>", await ShowAsync(), StringComparison.Ordinal);

        await _host.CodeAsync();

        Assert.Contains("<h1>Sign in</h1>", await ShowAsync(), StringComparison.Ordinal);
        var chosen = await ShowAsync(("screen", "create"));
        Assert.Contains("<h1>Create your account</h1>", chosen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_policy_allows_the_style_and_nothing_else()
    {
        using var answer = await _host.Http.GetAsync(_host.AuthorizeAt(), Ct);
        var page = await answer.Content.ReadAsStringAsync(Ct);
        var policy = answer.Headers.GetValues("content-security-policy").Single();

        var style = page.Split("<style>")[1].Split("</style>")[0];
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        Assert.Equal(
            $"default-src 'none'; style-src 'sha256-{hash}'; form-action 'self' {SignInHost.SiteOrigin}; "
            + "base-uri 'none'; frame-ancestors 'none'",
            policy);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("style=", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Fields_have_labels_and_tell_password_managers_what_they_are()
    {
        var create = await ShowAsync(("screen", "create"));
        var signIn = await ShowAsync(("screen", "sign-in"));

        Assert.Contains("<label for=\"name\">", signIn, StringComparison.Ordinal);
        Assert.Contains("<label for=\"password\">", signIn, StringComparison.Ordinal);
        Assert.Contains("autocomplete=\"username\"", signIn, StringComparison.Ordinal);
        Assert.Contains("autocomplete=\"current-password\"", signIn, StringComparison.Ordinal);
        Assert.Contains("autocomplete=\"new-password\"", create, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\">", signIn, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_is_told_beside_its_field_and_markup_stays_text()
    {
        using var answer = await _host.SubmitAsync("create", "\"><script>alert(1)</script>", "short");
        var page = await answer.Content.ReadAsStringAsync(Ct);

        Assert.Contains("role=\"alert\">A password has 8 to 256 characters.", page, StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\" aria-describedby=\"error hint\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("value=\"&quot;&gt;&lt;script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"short\"", page, StringComparison.Ordinal);
    }

    private Task<string> ShowAsync(params (string Name, string? Value)[] changes) =>
        _host.Http.GetStringAsync(_host.AuthorizeAt(changes), Ct);
}

using System.Net;
using Lambda.Local;
using Lambda.Local.SignIn;
using Lambda.Tests.ObjectStore;

namespace Lambda.Tests.SignIn;

public sealed class AccountTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("accounts-").FullName;

    private readonly HandClock _clock = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Ten_wrong_passwords_lock_a_name_for_five_minutes_right_or_wrong()
    {
        await using var host = await SignInHost.StartAsync();
        await host.CodeAsync();

        foreach (var name in (string[])["Ada", "Nobody"])
        {
            for (var turn = 0; turn < 10; turn++)
            {
                using var wrong = await host.SubmitAsync("sign-in", name, "wrong password");
                Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
            }

            using var locked = await host.SubmitAsync("sign-in", name, SignInHost.Password);
            Assert.Equal(HttpStatusCode.TooManyRequests, locked.StatusCode);
            Assert.Equal(TimeSpan.FromMinutes(5), locked.Headers.RetryAfter!.Delta);
            Assert.Contains(
                "Too many tries. Wait 5 minutes", await locked.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        }

        host.Clock.Move(TimeSpan.FromMinutes(5));
        Assert.NotEmpty(await host.CodeAsync("sign-in", "ADA"));
    }

    [Fact]
    public async Task A_hundred_tries_lock_the_page_whoever_they_were_for()
    {
        await using var host = await SignInHost.StartAsync();
        var tries = await Task.WhenAll(Enumerable.Range(0, 101).Select(
            turn => host.SubmitAsync("sign-in", $"name-{turn}", SignInHost.TooLong)));

        Assert.Single(tries, answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
        using var late = await host.SubmitAsync("create", "Ada", SignInHost.Password);
        Assert.Equal(HttpStatusCode.TooManyRequests, late.StatusCode);

        host.Clock.Move(TimeSpan.FromMinutes(5));
        Assert.NotEmpty(await host.CodeAsync());
        foreach (var answer in tries)
            answer.Dispose();
    }

    [Fact]
    public async Task Where_sign_up_is_closed_only_the_command_line_makes_accounts()
    {
        await using var host = await SignInHost.StartAsync(allowsSignUp: false);

        var first = await host.Http.GetStringAsync(host.AuthorizeAt(), Ct);
        using var shown = await host.Http.GetAsync(host.AuthorizeAt(("screen", "create")), Ct);
        using var sent = await host.SubmitAsync("create", "Eve", SignInHost.Password);
        var made = host.SignIn.IssueAccessToken("Ada", TimeSpan.FromHours(1));

        Assert.Contains("<h1>Sign in</h1>", first, StringComparison.Ordinal);
        Assert.DoesNotContain("Create one", first, StringComparison.Ordinal);
        Assert.Equal(
            (HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, null),
            (shown.StatusCode, sent.StatusCode, sent.Headers.Location));
        Assert.NotEmpty(await host.CodeAsync("sign-in", "Ada", made.NewPassword!));
    }

    [Fact]
    public async Task A_guess_and_an_unknown_name_get_the_same_page()
    {
        await using var host = await SignInHost.StartAsync();
        await host.CodeAsync();

        using var wrong = await host.SubmitAsync("sign-in", "Ada", "wrong password");
        using var unknown = await host.SubmitAsync("sign-in", "Eve", "wrong password");

        var page = await wrong.Content.ReadAsStringAsync(Ct);
        Assert.Contains("The name or the password is not right.", page, StringComparison.Ordinal);
        Assert.Equal(wrong.StatusCode, unknown.StatusCode);
        Assert.Equal(
            page.Replace("Ada", "Eve", StringComparison.Ordinal), await unknown.Content.ReadAsStringAsync(Ct));
    }

    [Theory]
    [InlineData("", SignInHost.Password)]
    [InlineData("   ", SignInHost.Password)]
    [InlineData("two\nlines", SignInHost.Password)]
    [InlineData("turned\u202Earound", SignInHost.Password)]
    [InlineData("nothing\u200Bseen", SignInHost.Password)]
    [InlineData("Zoe\u0308", SignInHost.Password)]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345", SignInHost.Password)]
    [InlineData("Eve", "1234567")]
    public async Task Names_nobody_can_read_and_short_passwords_are_refused(string name, string password)
    {
        await using var host = await SignInHost.StartAsync();

        using var answer = await host.SubmitAsync("create", name, password);

        Assert.Equal((HttpStatusCode.BadRequest, null), (answer.StatusCode, answer.Headers.Location));
    }

    [Theory]
    [InlineData("Zoë", "ZOË")]
    [InlineData("  Ada ", "ada")]
    [InlineData("名前", "名前")]
    public async Task A_name_is_taken_whatever_its_case(string first, string second)
    {
        await using var host = await SignInHost.StartAsync();
        await host.CodeAsync(name: first);

        using var again = await host.SubmitAsync("create", second, SignInHost.Password);

        Assert.Contains("This name is taken", await again.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.NotEmpty(await host.CodeAsync("sign-in", second));
    }

    [Fact]
    public async Task A_token_for_the_command_line_makes_the_account_once()
    {
        await using var host = await SignInHost.StartAsync();
        var other = new LocalSignIn(SignInHost.Options(host.Folder), host.Clock);

        var first = other.IssueAccessToken("Ada", TimeSpan.FromHours(1));
        var second = other.IssueAccessToken("ada", TimeSpan.FromHours(1));

        Assert.Null(second.NewPassword);
        Assert.NotEmpty(await host.CodeAsync("sign-in", "Ada", first.NewPassword!));
        var (one, two) = (Tokens.Part(first.Token, 1), Tokens.Part(second.Token, 1));
        Assert.Equal(one.GetProperty("sub").GetString(), two.GetProperty("sub").GetString());
        Assert.Equal("openid photos/use", one.GetProperty("scope").GetString());
        Assert.Equal(
            host.Clock.GetUtcNow().AddHours(1).ToUnixTimeSeconds(), one.GetProperty("exp").GetInt64());
        Assert.Throws<LocalStartException>(() => other.IssueAccessToken(" ", TimeSpan.FromHours(1)));
    }

    [Fact]
    public async Task Processes_that_add_accounts_at_once_lose_none()
    {
        var options = SignInHost.Options(_folder);
        var processes = Enumerable.Range(0, 4).Select(_ => new LocalSignIn(options, _clock)).ToArray();

        var tokens = await Task.WhenAll(Enumerable.Range(0, 24).Select(turn => Task.Run(
            () => processes[turn % 4].IssueAccessToken($"name-{turn / 2}", TimeSpan.FromMinutes(1)))));

        var subjects = tokens.Select(issued => Tokens.Part(issued.Token, 1).GetProperty("sub").GetString());
        Assert.Equal(12, subjects.Distinct().Count());
        Assert.Equal(12, tokens.Count(issued => issued.NewPassword is not null));
        Assert.All(Enumerable.Range(0, 12), turn =>
            Assert.Null(processes[0].IssueAccessToken($"NAME-{turn}", TimeSpan.FromMinutes(1)).NewPassword));
    }

    [Fact]
    public async Task Everything_kept_belongs_to_its_owner_alone()
    {
        await using var host = await SignInHost.StartAsync();
        await host.RedeemAsync(await host.CodeAsync());

        // Windows has rights of another kind, inherited from the profile.
        if (OperatingSystem.IsWindows())
            return;
        var folder = Path.Combine(host.Folder, "sign-in");
        Assert.Equal((UnixFileMode)0b111_000_000, File.GetUnixFileMode(folder));
        Assert.Equal((UnixFileMode)0b111_000_000, File.GetUnixFileMode(host.Folder));
        foreach (var file in Directory.GetFiles(folder))
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Theory]
    [InlineData("accounts.json", "")]
    [InlineData("accounts.json", "[{\"name\":\"Ada\"}]")]
    [InlineData("accounts.json", "null")]
    [InlineData("refresh-tokens.json", "[{}]")]
    [InlineData("signing-key.pem", "nonsense")]
    public void A_damaged_file_is_named_in_one_sentence(string name, string content)
    {
        _ = new LocalSignIn(SignInHost.Options(_folder), _clock);
        var file = Path.Combine(_folder, "sign-in", name);
        File.WriteAllText(file, content);

        var error = Assert.Throws<LocalStartException>(() => new LocalSignIn(SignInHost.Options(_folder), _clock));

        Assert.StartsWith(file, error.Message, StringComparison.Ordinal);
    }
}

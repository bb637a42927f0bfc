using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Lambda.Tests.SignIn;

public sealed class CodeTests : IAsyncLifetime
{
    private SignInHost _host = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await SignInHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_code_is_worthless_without_the_verifier_and_spent_by_a_wrong_one()
    {
        var code = await _host.CodeAsync();

        Assert.Equal("invalid_grant", (await _host.RedeemAsync(code, verifier: "guessed")).Error);
        Assert.Equal("invalid_grant", (await _host.RedeemAsync(code)).Error);
    }

    [Fact]
    public async Task A_code_used_twice_is_refused_and_ends_the_sign_in_it_began()
    {
        var code = await _host.CodeAsync();
        var tokens = await _host.RedeemAsync(code);

        var again = await _host.RedeemAsync(code);

        Assert.Equal((HttpStatusCode.BadRequest, "invalid_grant"), (again.Status, again.Error));
        Assert.Equal("invalid_grant", (await _host.RefreshAsync(tokens.Refresh)).Error);
    }

    [Fact]
    public async Task A_form_in_a_strange_alphabet_is_a_bad_request()
    {
        using var form = new StringContent("grant_type=refresh_token");
        form.Headers.Remove("content-type");
        form.Headers.TryAddWithoutValidation("content-type", "application/x-www-form-urlencoded; charset=utf-7");

        using var answer = await _host.Http.PostAsync(_host.At("/oauth2/token"), form, Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Of_many_exchanges_at_once_exactly_one_gets_tokens()
    {
        var code = await _host.CodeAsync();

        var all = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => _host.RedeemAsync(code)));

        Assert.Single(all, tokens => tokens.Error is "");
    }

    [Theory]
    [InlineData("http://localhost:5080")]
    [InlineData("http://localhost:5080/other")]
    [InlineData("")]
    public async Task A_code_is_bound_to_the_address_it_was_sent_to(string redirectUri)
    {
        var code = await _host.CodeAsync();

        Assert.Equal("invalid_grant", (await _host.RedeemAsync(code, redirectUri: redirectUri)).Error);
    }

    [Fact]
    public async Task A_code_lives_for_a_minute()
    {
        var early = await _host.CodeAsync();
        _host.Clock.Move(TimeSpan.FromSeconds(59));
        Assert.Equal("", (await _host.RedeemAsync(early)).Error);

        var late = await _host.CodeAsync("sign-in");
        _host.Clock.Move(TimeSpan.FromSeconds(60));
        Assert.Equal("invalid_grant", (await _host.RedeemAsync(late)).Error);
    }

    [Theory]
    [InlineData("http://localhost:5080")]
    [InlineData("http://localhost:5080/?")]
    [InlineData("http://localhost:5080/photos")]
    [InlineData("http://LOCALHOST:5080/")]
    [InlineData("http://localhost:5080/../")]
    [InlineData("http://localhost:5080@evil.example/")]
    [InlineData("https://localhost:5080/")]
    [InlineData("//localhost:5080/")]
    [InlineData("javascript:alert(1)")]
    [InlineData(null)]
    public async Task Nobody_is_sent_to_any_address_but_the_sites(string? redirectUri)
    {
        using var shown = await _host.Http.GetAsync(_host.AuthorizeAt(("redirect_uri", redirectUri)), Ct);
        using var content = new FormUrlEncodedContent([new("name", "Ada"), new("password", SignInHost.Password)]);
        using var sent = await _host.Http.PostAsync(_host.AuthorizeAt(("redirect_uri", redirectUri)), content, Ct);

        Assert.Equal((HttpStatusCode.BadRequest, null), (shown.StatusCode, shown.Headers.Location));
        Assert.Equal((HttpStatusCode.BadRequest, null), (sent.StatusCode, sent.Headers.Location));
        Assert.Equal("text/html", shown.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("response_type", "token", "unauthorized_client")]
    [InlineData("response_type", null, "invalid_request")]
    [InlineData("response_type", "code token", "unsupported_response_type")]
    [InlineData("prompt", "none", "login_required")]
    [InlineData("prompt", "none login", "invalid_request")]
    [InlineData("code_challenge", "+++++++++++++++++++++++++++++++++++++++++++", "invalid_request")]
    [InlineData("code_challenge", null, "invalid_request")]
    [InlineData("code_challenge", "short", "invalid_request")]
    [InlineData("code_challenge_method", "plain", "invalid_request")]
    [InlineData("code_challenge_method", null, "invalid_request")]
    [InlineData("scope", "openid admin", "invalid_scope")]
    public async Task Any_other_mistake_of_the_client_is_told_to_the_client(string name, string? value, string error)
    {
        using var answer = await _host.Http.GetAsync(_host.AuthorizeAt((name, value)), Ct);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.StartsWith(SignInHost.Site + "?", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        var back = QueryHelpers.ParseQuery(answer.Headers.Location.Query);
        Assert.Equal((error, "a state & more"), (back["error"].ToString(), back["state"].ToString()));
    }

    [Theory]
    [InlineData("state")]
    [InlineData("scope")]
    public async Task A_parameter_given_twice_is_refused_and_a_doubtful_state_is_not_returned(string name)
    {
        using var answer = await _host.Http.GetAsync(new Uri($"{_host.AuthorizeAt()}&{name}=openid"), Ct);

        var back = QueryHelpers.ParseQuery(answer.Headers.Location!.Query);
        Assert.Equal(("invalid_request", name != "state"), (back["error"].ToString(), back.ContainsKey("state")));
    }

    [Theory]
    [InlineData("client_id", "other")]
    [InlineData("client_id", null)]
    public async Task An_unknown_client_gets_a_page_and_is_never_sent_on(string name, string? value)
    {
        using var answer = await _host.Http.GetAsync(_host.AuthorizeAt((name, value)), Ct);

        Assert.Equal((HttpStatusCode.BadRequest, null), (answer.StatusCode, answer.Headers.Location));
        Assert.Contains("not known here", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_verifier_of_a_form_that_cognito_would_not_take_is_worth_nothing()
    {
        var verifier = new string('é', 43);
        var challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(verifier)));
        using var content = new FormUrlEncodedContent([new("name", "Ada"), new("password", SignInHost.Password)]);
        using var sent = await _host.Http.PostAsync(
            _host.AuthorizeAt(("code_challenge", challenge), ("screen", "create")), content, Ct);

        Assert.Equal("invalid_grant", (await _host.RedeemAsync(SignInHost.CodeIn(sent), verifier)).Error);
    }

    [Fact]
    public async Task A_form_that_another_page_sent_signs_nobody_in()
    {
        string[] strangers = ["http://evil.example", "null", "http://localhost:5082", SignInHost.SiteOrigin];
        foreach (var origin in strangers)
        {
            using var answer = await _host.SubmitAsync("create", "Ada", SignInHost.Password, origin);

            Assert.Equal((HttpStatusCode.BadRequest, null), (answer.StatusCode, answer.Headers.Location));
        }

        using var own = await _host.SubmitAsync("create", "Ada", SignInHost.Password);
        Assert.Equal(HttpStatusCode.SeeOther, own.StatusCode);
    }

    [Theory]
    [InlineData("client_id", "other", "invalid_client")]
    [InlineData("client_secret", "guessed", "invalid_client")]
    [InlineData("grant_type", "client_credentials", "unauthorized_client")]
    [InlineData("grant_type", "password", "unsupported_grant_type")]
    [InlineData("grant_type", "refresh_token", "invalid_request")]
    [InlineData("code", "", "invalid_request")]
    [InlineData("code", "guessed", "invalid_grant")]
    public async Task What_cannot_be_exchanged_is_refused_in_oauths_words(string name, string value, string error)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["client_id"] = SignInHost.Client,
            ["redirect_uri"] = SignInHost.Site,
            [name] = value,
        };

        var answer = await _host.TokenAsync([.. form.Select(field => (field.Key, field.Value))]);

        Assert.Equal((HttpStatusCode.BadRequest, error), (answer.Status, answer.Error));
    }

    [Fact]
    public async Task A_token_request_that_is_no_form_is_refused()
    {
        using var content = new StringContent("{}", null, "application/json");
        using var answer = await _host.Http.PostAsync(_host.At("/oauth2/token"), content, Ct);

        Assert.Equal("""{"error":"invalid_request"}""", await answer.Content.ReadAsStringAsync(Ct));
    }

    [Theory]
    [InlineData(SignInHost.SiteOrigin, true)]
    [InlineData("http://localhost:5082", false)]
    [InlineData("null", false)]
    public async Task Only_pages_of_the_site_may_exchange_by_script(string origin, bool allowed)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, _host.At("/oauth2/token"));
        request.Headers.Add("origin", origin);
        request.Headers.Add("access-control-request-method", "POST");
        using var answer = await _host.Http.SendAsync(request, Ct);

        Assert.Equal(allowed, answer.Headers.Contains("access-control-allow-origin"));
        Assert.Equal(allowed, answer.Headers.Contains("access-control-allow-methods"));
    }
}

using System.Net;
using System.Net.Http.Headers;
using Lambda.Local;
using Lambda.Local.SignIn;

namespace Lambda.Tests.HttpApi;

public sealed class LocalCloudTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_site_is_served_with_types_and_headers_that_let_in_its_own_origins_alone()
    {
        using var fixture = new CloudFixture();
        await using var cloud = await fixture.StartAsync();

        using var answer = await fixture.Http.GetAsync(new Uri(cloud.Addresses.Site, "/js/app.js"), Ct);

        Assert.Equal("text/javascript", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal("no-cache", answer.Headers.CacheControl?.ToString());
        Assert.Equal("nosniff", answer.Headers.GetValues("x-content-type-options").Single());
        var policy = answer.Headers.GetValues("content-security-policy").Single();
        var (api, media) = (fixture.Options.Port + 1, fixture.Options.Port + 2);
        Assert.Contains(
            $"connect-src 'self' http://localhost:{api} http://localhost:{media};",
            policy,
            StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/", 200)]
    [InlineData("/photos/01J", 200)]
    [InlineData("/missing.js", 404)]
    [InlineData("/../secret.txt", 404)]
    [InlineData("/%2e%2e/secret.txt", 404)]
    [InlineData("/..%2fsecret.txt", 404)]
    [InlineData("/..%5csecret.txt", 404)]
    public async Task A_path_without_a_dot_is_a_page_and_nothing_outside_the_folder_is_reached(string path, int status)
    {
        using var fixture = new CloudFixture();
        await using var cloud = await fixture.StartAsync();

        var address = new Uri($"{cloud.Addresses.Site.GetLeftPart(UriPartial.Authority)}{path}", new UriCreationOptions
        {
            DangerousDisablePathAndQueryCanonicalization = true,
        });
        using var answer = await fixture.Http.GetAsync(address, Ct);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.DoesNotContain("not for the site", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_listens_where_it_is_told_besides_localhost_and_else_nowhere()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Elsewhere 127.0.0.2 is no address of this machine.");
        using var fixture = new CloudFixture();
        var there = new Uri($"http://127.0.0.2:{fixture.Options.Port}/config.json");

        await using (await fixture.StartAsync())
            await Assert.ThrowsAsync<HttpRequestException>(() => fixture.Http.GetStringAsync(there, Ct));

        await using var cloud = LocalCloud.Build(fixture.Options with { Listen = IPAddress.Parse("127.0.0.2") });
        await cloud.StartAsync(Ct);
        var config = await fixture.Http.GetStringAsync(there, Ct);
        Assert.Equal(config, await fixture.Http.GetStringAsync(new Uri(cloud.Addresses.Site, "/config.json"), Ct));
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("127.0.0.2", false)]
    [InlineData("::1", false)]
    [InlineData("0.0.0.0", true)]
    [InlineData("::", true)]
    [InlineData("192.0.2.1", true)]
    public void Where_others_can_reach_it_there_is_a_warning_and_no_sign_up(string? listen, bool isExposed)
    {
        using var fixture = new CloudFixture();
        var options = fixture.Options with { Listen = listen is null ? null : IPAddress.Parse(listen) };

        Assert.Equal(isExposed, options.Warning is not null);
        Assert.Equal(isExposed, !LocalTemplate.Read(options).SignIn!.AllowsSignUp);
    }

    [Fact]
    public async Task An_address_of_another_machine_stops_the_start_with_a_sentence()
    {
        using var fixture = new CloudFixture();
        await using var cloud = LocalCloud.Build(fixture.Options with { Listen = IPAddress.Parse("192.0.2.1") });

        var refusal = await Assert.ThrowsAsync<LocalStartException>(() => cloud.StartAsync(Ct));

        Assert.StartsWith("This machine cannot listen", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tokens_live_as_long_as_the_templates_client_says()
    {
        using var fixture = new CloudFixture(CloudFixture.Template.Replace(
            "\"Type\": \"AWS::Cognito::UserPoolClient\"",
            """
            "Type": "AWS::Cognito::UserPoolClient", "Properties": {
              "AccessTokenValidity": 15, "RefreshTokenValidity": 2, "TokenValidityUnits": { "AccessToken": "minutes" },
              "RefreshTokenRotation": { "Feature": "ENABLED", "RetryGracePeriodSeconds": 20 } }
            """,
            StringComparison.Ordinal));

        Assert.Equal(
            new TokenLifetimes(
                TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromDays(2), TimeSpan.FromSeconds(20)),
            LocalTemplate.Read(fixture.Options).SignIn!.Lifetimes);
    }

    [Fact]
    public async Task The_site_finds_the_api_and_sign_in_in_its_configuration()
    {
        using var fixture = new CloudFixture();
        await using var cloud = await fixture.StartAsync();

        var config = await fixture.Http.GetStringAsync(new Uri(cloud.Addresses.Site, "/config.json"), Ct);

        var api = $"http://localhost:{fixture.Options.Port + 1}";
        Assert.Equal(
            $$$"""{"api":"{{{api}}}","signIn":{"domain":"{{{api}}}/_signin","clientId":"SiteClient","changesPasswords":true,"""
            + "\"scope\":\"openid things/use\"}}",
            config);
    }

    [Fact]
    public async Task The_api_shows_its_description_to_anybody_and_to_scripts_of_the_site_alone()
    {
        using var fixture = new CloudFixture();
        await File.WriteAllTextAsync(fixture.Options.OpenApiPath!, """{"openapi":"3.1.1"}""", Ct);
        await using var cloud = await fixture.StartAsync();

        using var answer = await AskAsync($"http://localhost:{fixture.Options.Port}");
        using var other = await AskAsync("https://elsewhere.example");

        Assert.Equal("""{"openapi":"3.1.1"}""", await answer.Content.ReadAsStringAsync(Ct));
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.ToString());
        Assert.Single(answer.Headers.GetValues("access-control-allow-origin"));
        Assert.False(other.Headers.Contains("access-control-allow-origin"));

        Task<HttpResponseMessage> AskAsync(string origin)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, new Uri(cloud.Addresses.Api, "/openapi.json"));
            request.Headers.Add("origin", origin);
            return fixture.Http.SendAsync(request, Ct);
        }
    }

    [Fact]
    public async Task An_api_without_a_description_has_no_such_address()
    {
        using var fixture = new CloudFixture();
        await using var cloud = await fixture.StartAsync();

        using var answer = await fixture.Http.GetAsync(new Uri(cloud.Addresses.Api, "/openapi.json"), Ct);

        Assert.Equal(404, (int)answer.StatusCode);
    }

    [Fact]
    public async Task A_public_route_answers_anybody()
    {
        using var fixture = new CloudFixture();
        await using var cloud = await fixture.StartAsync();

        Assert.Equal("Hello Ada", await fixture.Http.GetStringAsync(new Uri(cloud.Addresses.Api, "/greet/Ada"), Ct));
    }

    [Fact]
    public async Task A_guarded_route_takes_a_token_of_the_local_sign_in_and_no_other()
    {
        using var fixture = new CloudFixture();
        using var stranger = new CloudFixture();
        await using var cloud = await fixture.StartAsync();

        var withOwn = await AskAsync(fixture);
        var withForeign = await AskAsync(stranger);

        Assert.Equal((200, 401), (withOwn, withForeign));

        async Task<int> AskAsync(CloudFixture issuer)
        {
            var token = LocalCloud.OpenSignIn(issuer.Options with { Port = fixture.Options.Port })
                .IssueAccessToken("ada", TimeSpan.FromMinutes(5)).Token;
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(cloud.Addresses.Api, "/describe"));
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            using var answer = await fixture.Http.SendAsync(request, Ct);
            return (int)answer.StatusCode;
        }
    }

    [Fact]
    public async Task Sign_in_and_the_object_store_answer_on_their_origins()
    {
        using var fixture = new CloudFixture();
        await using var cloud = await fixture.StartAsync();

        using var discovery = await fixture.Http.GetAsync(
            new Uri($"{cloud.Addresses.Issuer}/.well-known/openid-configuration"), Ct);
        using var media = await fixture.Http.GetAsync(new Uri(cloud.Addresses.Media, "/things/1"), Ct);
        using var noSuchRoute = await fixture.Http.GetAsync(new Uri(cloud.Addresses.Api, "/things/1"), Ct);

        Assert.Equal(200, (int)discovery.StatusCode);
        Assert.Equal((403, "application/xml"), ((int)media.StatusCode, media.Content.Headers.ContentType?.MediaType));
        Assert.Equal(
            (404, "application/json"),
            ((int)noSuchRoute.StatusCode, noSuchRoute.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task A_port_that_is_taken_is_one_sentence()
    {
        using var fixture = new CloudFixture();
        await using var first = await fixture.StartAsync();
        using var other = new CloudFixture();
        await using var second = LocalCloud.Build(other.Options with { Port = fixture.Options.Port });

        var error = await Assert.ThrowsAsync<LocalStartException>(() => second.StartAsync(Ct));

        var port = fixture.Options.Port;
        Assert.StartsWith($"Ports {port} to {port + 2} must be free.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "is not JSON")]
    [InlineData("""{"Parameters":{}}""", "has no parameter SiteOrigin")]
    public void A_template_that_cannot_be_used_is_one_sentence(string template, string reason)
    {
        using var fixture = new CloudFixture(template);

        var error = Assert.Throws<LocalStartException>(() => LocalCloud.Build(fixture.Options));

        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.Contains(fixture.Options.TemplatePath, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_or_a_site_that_is_missing_is_one_sentence()
    {
        using var fixture = new CloudFixture();

        Assert.Throws<LocalStartException>(() => LocalCloud.Build(fixture.Options with { TemplatePath = "/nowhere" }));
        Assert.Throws<LocalStartException>(() => LocalCloud.Build(fixture.Options with { SiteFolder = "/nowhere" }));
    }
}

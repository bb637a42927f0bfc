using Lambda.Template.Values;

namespace Lambda.Tests.HttpApi;

public sealed class RouteTests
{
    private const string NotFound = """{"message":"Not Found"}""";

    [Theory]
    [InlineData("CONNECT")]
    [InlineData("TRACE")]
    [InlineData("PURGE")]
    [InlineData("get")]
    public async Task A_method_that_no_route_can_name_reaches_none(string method)
    {
        await using var host = await GatewayHost.StartAsync(SampleTemplate.Public("ANY /things", "$default"));

        var answer = await host.SendAsync(method, "/things");

        Assert.Equal((404, """{"message":"Not Found"}"""), (answer.Status, answer.Body));
        Assert.Empty(host.Functions.Invocations);
    }

    [Theory]
    [InlineData("GET", "/pets/dog/1", "GET /pets/dog/1")]
    [InlineData("GET", "/pets/dog/2", "GET /pets/dog/{id}")]
    [InlineData("GET", "/pets/cat/1", "GET /pets/{proxy+}")]
    [InlineData("POST", "/pets/dog/1", "ANY /{proxy+}")]
    [InlineData("GET", "/", "ANY /{proxy+}")]
    [InlineData("GET", "/pets", "ANY /{proxy+}")]
    [InlineData("GET", "/pets/", "GET /pets/{proxy+}")]
    public async Task A_full_match_beats_a_variable_which_beats_a_greedy_one(
        string method, string path, string expected)
    {
        await using var host = await GatewayHost.StartAsync(SampleTemplate.Public(
            "ANY /{proxy+}", "GET /pets/{proxy+}", "GET /pets/dog/{id}", "GET /pets/dog/1"));

        await host.SendAsync(method, path);

        Assert.Equal(expected, host.Functions.Event.GetProperty("routeKey").GetString());
    }

    [Theory]
    [InlineData("/a/b/c", "GET /{x}/{y}/{z}")]
    [InlineData("/a/b/c/d", "GET /a/b/{proxy+}")]
    [InlineData("/a/x", "GET /a/{x}")]
    public async Task A_route_without_a_greedy_variable_beats_every_route_with_one(string path, string expected)
    {
        await using var host = await GatewayHost.StartAsync(SampleTemplate.Public(
            "GET /a/b/{proxy+}", "GET /a/{proxy+}", "GET /{x}/{y}/{z}", "GET /a/{x}"));

        await host.SendAsync("GET", path);

        Assert.Equal(expected, host.Functions.Event.GetProperty("routeKey").GetString());
    }

    [Theory]
    [InlineData("GET", "GET /things")]
    [InlineData("PUT", "ANY /things")]
    public async Task Any_catches_only_methods_without_a_route_of_their_own(string method, string expected)
    {
        await using var host = await GatewayHost.StartAsync(SampleTemplate.Public("ANY /things", "GET /things"));

        await host.SendAsync(method, "/things");

        Assert.Equal(expected, host.Functions.Event.GetProperty("routeKey").GetString());
    }

    [Fact]
    public async Task The_default_route_takes_what_no_other_takes()
    {
        await using var host = await GatewayHost.StartAsync(SampleTemplate.Public("$default", "GET /{proxy+}"));

        await host.SendAsync("POST", "/anything/at/all");

        Assert.Equal("$default", host.Functions.Event.GetProperty("routeKey").GetString());
        Assert.False(host.Functions.Event.TryGetProperty("pathParameters", out _));
    }

    [Theory]
    [InlineData("POST", "/things/1")]
    [InlineData("HEAD", "/things/1")]
    [InlineData("GET", "/things")]
    [InlineData("GET", "/things/")]
    [InlineData("GET", "/things/1/")]
    [InlineData("GET", "/Things/1")]
    [InlineData("GET", "//things/1")]
    [InlineData("GET", "/things/..")]
    [InlineData("GET", "/things/%2e%2e")]
    [InlineData("GET", "/other/../things/1")]
    public async Task What_no_route_takes_is_404_also_when_only_the_method_is_wrong(string method, string path)
    {
        await using var host = await GatewayHost.StartAsync(SampleTemplate.Public("GET /things/{id}"));

        var answer = await host.SendAsync(method, path);

        Assert.Equal((404, method is "HEAD" ? "" : NotFound), (answer.Status, answer.Body));
        Assert.Equal("application/json", answer["content-type"]);
        Assert.Empty(host.Functions.Invocations);
    }

    [Theory]
    [InlineData("/resource/123", null)]
    [InlineData("/resource/123/", "")]
    [InlineData("/resource/123/a/b%20c", "a/b c")]
    public async Task A_greedy_variable_takes_all_that_follows_a_slash(string path, string? expected)
    {
        await using var host = await GatewayHost.StartAsync(SampleTemplate.Public("GET /resource/{id}/{proxy+}"));

        var answer = await host.SendAsync("GET", path);

        Assert.Equal(expected is null ? 404 : 200, answer.Status);
        if (expected is not null)
            Assert.Equal(expected, host.Functions.Event.GetProperty("pathParameters").GetProperty("proxy").GetString());
    }

    [Theory]
    [InlineData("things")]
    [InlineData("/{proxy+}/more")]
    [InlineData("/{}")]
    [InlineData("/{a}/{a}")]
    [InlineData("/pre{a}")]
    public async Task A_path_that_no_gateway_would_take_stops_the_start(string path)
    {
        var template = SampleTemplate.Public($"GET {path}");

        await Assert.ThrowsAsync<TemplateException>(() => GatewayHost.StartAsync(template));
    }

    [Theory]
    [InlineData("GET /a/{x}", "GET /a/{y}")]
    [InlineData("GET /things", "GET /Things")]
    public async Task Routes_that_differ_in_names_or_case_alone_stop_the_start(string one, string other)
    {
        var template = SampleTemplate.Public(one, other);

        await Assert.ThrowsAsync<TemplateException>(() => GatewayHost.StartAsync(template));
    }

    [Theory]
    [InlineData("/dev/things", 200)]
    [InlineData("/things", 404)]
    [InlineData("/prod/things", 404)]
    public async Task A_named_stage_is_a_prefix_that_stays_in_the_path(string path, int status)
    {
        var template = SampleTemplate.Public("GET /things").Replace(
            "\"Resources\":{",
            """
            "Resources":{"Api":{"Type":"AWS::Serverless::HttpApi",
              "Properties":{"StageName":"dev","StageVariables":{"a":"b"}}},
            """,
            StringComparison.Ordinal);
        await using var host = await GatewayHost.StartAsync(template);

        var answer = await host.SendAsync("GET", path);

        Assert.Equal(status, answer.Status);
        if (status is 200)
        {
            Assert.Equal("/dev/things", host.Functions.Event.GetProperty("rawPath").GetString());
            Assert.Equal("dev", host.Functions.Event.GetProperty("requestContext").GetProperty("stage").GetString());
            Assert.Equal("b", host.Functions.Event.GetProperty("stageVariables").GetProperty("a").GetString());
        }
    }

    [Fact]
    public async Task Of_two_greedy_routes_the_one_that_begins_later_wins()
    {
        await using var host = await GatewayHost.StartAsync(
            SampleTemplate.Public("GET /{proxy+}", "GET /{a}/{proxy+}"));

        await host.SendAsync("GET", "/x/y");

        Assert.Equal("GET /{a}/{proxy+}", host.Functions.Event.GetProperty("routeKey").GetString());
    }

    [Theory]
    [InlineData(300, true)]
    [InlineData(301, false)]
    public async Task An_api_has_300_routes_at_most(int count, bool isTaken)
    {
        var template = SampleTemplate.Public([.. Enumerable.Range(0, count).Select(number => $"GET /things/{number}")]);

        await StartsAsync(template, isTaken);
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public async Task An_api_has_10_authorizers_at_most(int count, bool isTaken)
    {
        var auth = SampleTemplate.Authorizer([]);
        for (var more = 1; more < count; more++)
            auth["Authorizers"]![$"Jwt{more}"] = auth["Authorizers"]!["Jwt"]!.DeepClone();

        await StartsAsync(SampleTemplate.Guarded(auth, "GET /things"), isTaken);
    }

    private static async Task StartsAsync(string template, bool isTaken)
    {
        if (isTaken)
        {
            await using var host = await GatewayHost.StartAsync(template);
            Assert.Equal(404, (await host.SendAsync("GET", "/nothing")).Status);
        }
        else
        {
            await Assert.ThrowsAsync<TemplateException>(() => GatewayHost.StartAsync(template));
        }
    }
}

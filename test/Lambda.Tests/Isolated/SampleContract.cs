using System.Text;

namespace Lambda.Tests.Isolated;

/// <summary>The gateway with real functions behind it: the same answers wherever they run.</summary>
public abstract class SampleContract
{
    private readonly SampleHome _home;

    private const string Id = "6f9619ff-8b86-d011-b42d-00c04fc964ff";

    private protected SampleContract(SampleHome home)
    {
        Assert.SkipWhen(home.Missing is not null, home.Missing ?? "");
        _home = home;
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(
        "GET",
        $"/query?text=a%20b&id={Id}&colour=Green&numbers=1&numbers=2&day=2026-11-21&time=01:30:00",
        null,
        200,
        $"a b {Id} Green 3 2026-11-21 01:30:00 7")]
    [InlineData("GET", "/query?colour=Blue", null, 400, null)]
    [InlineData("GET", "/path/42/no-colours", null, 500, """{"message":"Internal Server Error"}""")]
    [InlineData("GET", "/path/many/a", null, 400, null)]
    [InlineData("POST", "/body", """{"Name": "pêche", "Count": 1}""", 200, """{"Name":"pêche","Count":2}""")]
    [InlineData("POST", "/body", "no JSON", 400, null)]
    [InlineData("GET", "/first?numbers=4&numbers=5", null, 200, """{"Name":"sum","Count":9}""")]
    [InlineData("GET", $"/Prod/rest/{Id}", null, 200, $$"""{"Name":"{{Id}}","Count":1}""")]
    [InlineData("GET", "/guarded", null, 401, """{"message":"Unauthorized"}""")]
    [InlineData("GET", "/nowhere", null, 404, """{"message":"Not Found"}""")]
    public async Task A_request_is_answered(string method, string path, string? body, int status, string? expected)
    {
        using var answer = await SendAsync(method, path, body);

        var text = await answer.Content.ReadAsStringAsync(Ct);
        Assert.Equal((status, expected ?? text), ((int)answer.StatusCode, text));
    }

    [Fact]
    public async Task Headers_and_paths_reach_the_function()
    {
        using var answer = await SendAsync("GET", "/path/42/a/b", null, ("x-colour", "Red,Green"));

        Assert.Equal("42 a/b Red+Green", await answer.Content.ReadAsStringAsync(Ct));
    }

    [Theory]
    [InlineData("let me in", 200, "Ada 3")]
    [InlineData("please", 403, """{"message":"Forbidden"}""")]
    public async Task A_guard_decides_before_its_route(string authorization, int status, string expected)
    {
        using var answer = await SendAsync("GET", "/guarded", null, ("authorization", authorization));

        Assert.Equal((status, expected), ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(Ct)));
    }

    [Fact]
    public async Task An_answer_keeps_its_status_headers_and_cookies()
    {
        using var answer = await SendAsync("PUT", "/text", "four");

        Assert.Equal(201, (int)answer.StatusCode);
        Assert.Equal("/text/4", answer.Headers.Location?.ToString());
        Assert.Equal(["theme=dark; Path=/", "size=large"], answer.Headers.GetValues("set-cookie"));
        Assert.Equal("The corner shop", await answer.Content.ReadAsStringAsync(Ct));
    }

    [Fact]
    public async Task Every_request_has_an_id_of_its_own()
    {
        using var first = await SendAsync("GET", "/whole", null);
        using var second = await SendAsync("GET", "/whole", null);

        Assert.Equal((203, 203), ((int)first.StatusCode, (int)second.StatusCode));
        Assert.NotEqual(await first.Content.ReadAsStringAsync(Ct), await second.Content.ReadAsStringAsync(Ct));
    }

    [Fact]
    public async Task Many_requests_at_once_are_each_answered_with_their_own_answer()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(async number =>
        {
            using var answer = await SendAsync("POST", "/body", $$"""{"Name": "pear", "Count": {{number}}}""");
            return await answer.Content.ReadAsStringAsync(Ct);
        }));

        Assert.Equal(Enumerable.Range(1, 100).Select(count => $$"""{"Name":"pear","Count":{{count}}}"""), answers);
    }

    private async Task<HttpResponseMessage> SendAsync(
        string method, string path, string? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(_home.Api, path));
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await _home.Http.SendAsync(request, Ct);
    }
}

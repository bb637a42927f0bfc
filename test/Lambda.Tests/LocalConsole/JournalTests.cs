using System.Text;
using System.Text.Json;
using Lambda.Local.Console.History;
using Lambda.Local.HttpApi;
using Lambda.Tests.HttpApi;
using Microsoft.AspNetCore.Http;

namespace Lambda.Tests.LocalConsole;

/// <summary>What the console tells of requests.</summary>
public sealed class JournalTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_is_told_with_its_route_its_function_its_answer_and_what_was_logged()
    {
        await using var console = await ConsoleClient.OpenAsync(ConsoleTemplate.Text);

        using var answer = await console.CallAsync("/describe?page=2");
        var entry = await console.LastAsync();

        Assert.Equal(
            ("GET", "/describe", "GET /describe", "Describe", 200, true),
            (Text(entry, "method"), Text(entry, "path"), Text(entry, "route"), Text(entry, "function"),
                entry.GetProperty("status").GetInt32(), entry.GetProperty("first").GetBoolean()));
        Assert.Equal("Describing /describe", Text(entry.GetProperty("lines")[0], "text"));
        Assert.Equal("2", Text(entry.GetProperty("event").GetProperty("queryStringParameters"), "page"));
    }

    [Fact]
    public async Task What_the_gateway_refuses_by_itself_is_told_with_its_reason()
    {
        await using var console = await ConsoleClient.OpenAsync();

        using var missing = await console.CallAsync("/nowhere");
        using var signedOut = await console.CallAsync("/describe");
        using var wrong = await console.CallAsync(
            "/describe", request => request.Headers.TryAddWithoutValidation("Authorization", "Bearer nonsense"));
        using var preflight = await console.CallAsync("/describe", request =>
        {
            request.Method = HttpMethod.Options;
            request.Headers.Add("Origin", console.Options.Addresses.Site.GetLeftPart(UriPartial.Authority));
            request.Headers.Add("Access-Control-Request-Method", "GET");
        });
        var entries = await console.JournalAsync();

        Assert.Equal([204, 401, 401, 404], entries.Select(entry => entry.GetProperty("status").GetInt32()));
        Assert.Contains("invalid number of segments", Text(entries[1], "challenge"), StringComparison.Ordinal);
        Assert.All(entries[1..], entry => Assert.True(entry.GetProperty("refused").GetBoolean()));
        Assert.All(entries, entry => Assert.False(entry.TryGetProperty("function", out _)));
    }

    [Fact]
    public async Task A_function_that_throws_is_told_with_its_exception_and_counted()
    {
        await using var console = await ConsoleClient.OpenAsync(ConsoleTemplate.Text);

        using var answer = await console.CallAsync("/fail");
        var entry = await console.LastAsync();
        var function = (await console.GetAsync("functions")).GetProperty("functions").EnumerateArray()
            .Single(known => Text(known, "name") == "Fail");

        Assert.Equal(500, entry.GetProperty("status").GetInt32());
        Assert.Contains("a detail that is nobody's business", Text(entry, "error"), StringComparison.Ordinal);
        Assert.Contains("SampleFunctions_Fail_Generated", Text(entry, "exception"), StringComparison.Ordinal);
        Assert.Equal((1, 1), (function.GetProperty("calls").GetInt32(), function.GetProperty("errors").GetInt32()));
    }

    [Fact]
    public async Task A_problem_document_is_told_in_its_own_words()
    {
        await using var host = await GatewayHost.StartAsync(SampleTemplate.Public("GET /things"));
        var body = JsonSerializer.Serialize(
            """{"type":"x","code":"gone","title":"Gone","detail":"It went.","errors":[{}]}""");
        host.Functions.Returns($$"""{"statusCode":410,"body":{{body}}}""");

        await host.SendAsync("GET", "/things");

        var problem = Assert.Single(host.Journal.Last(1)).Problem;
        Assert.Equal(new ProblemText("gone", "Gone", "It went."), problem);
    }

    [Fact]
    public async Task What_the_sign_in_and_the_object_store_refuse_is_told_in_their_words()
    {
        await using var console = await ConsoleClient.OpenAsync();
        var addresses = console.Options.Addresses;

        using var noToken = await console.Http.PostAsync(
            new Uri($"{addresses.Issuer}/oauth2/token?code=NOBODY"),
            new FormUrlEncodedContent([KeyValuePair.Create("grant_type", "password")]),
            Ct);
        using var noPicture = await console.Http.GetAsync(
            new Uri(addresses.Media, "/things/u/1?X-Amz-Signature=NOBODY"), Ct);
        using var noUpload = await console.Http.PutAsync(
            new Uri(addresses.Media, "/things/u/1?tagging=&x=NOBODY"), new ByteArrayContent([1]), Ct);
        var entries = await console.JournalAsync();

        Assert.Equal(
            [
                "PUT /things/u/1 (tagging) 403 AccessDenied",
                "GET /things/u/1 400 AuthorizationQueryParametersError",
                "POST /_signin/oauth2/token 400 invalid_client",
            ],
            entries.Select(entry => $"{Text(entry, "method")} {Text(entry, "path")} {entry.GetProperty("status")} "
                + Text(entry.GetProperty("problem"), "code")));
        Assert.Equal(["object-store", "object-store", "sign-in"], entries.Select(entry => Text(entry, "kind")));
    }

    [Theory]
    [InlineData("GET", 200, 0)]
    [InlineData("HEAD", 200, 0)]
    [InlineData("OPTIONS", 204, 0)]
    [InlineData("GET", 403, 1)]
    [InlineData("OPTIONS", 403, 1)]
    [InlineData("PUT", 200, 1)]
    [InlineData("DELETE", 204, 1)]
    public async Task Objects_that_are_only_read_do_not_push_the_rest_away(string method, int status, int told)
    {
        var journal = new Journal([], new StoppedClock());
        var origin = new RecordedOrigin(journal, EntryKind.ObjectStore, context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });

        await origin.RunAsync(new DefaultHttpContext { Request = { Method = method } });

        Assert.Equal(told, journal.Last(10).Count(entry => entry.Status == status && entry.IsEnded));
    }

    [Fact]
    public async Task No_token_cookie_signature_or_password_is_ever_told()
    {
        await using var console = await ConsoleClient.OpenAsync(ConsoleTemplate.Text);

        using var answer = await console.CallAsync(
            "/open/NOBODY-1/ada?X-Amz-Signature=NOBODY-2&next=%2Fa%3Ftoken%3DNOBODY-3", request =>
            {
                request.Method = HttpMethod.Get;
                request.Headers.TryAddWithoutValidation("Authorization", "Bearer NOBODY-4");
                request.Headers.TryAddWithoutValidation("Cookie", "session=NOBODY-5");
                request.Headers.TryAddWithoutValidation("X-Api-Key", "NOBODY-6");
                request.Headers.TryAddWithoutValidation("X-Old", "Basic NOBODY-7");
            });
        using var posted = await console.CallAsync("/greet/ada", request =>
        {
            request.Method = HttpMethod.Post;
            request.Content = new StringContent(
                """{"name":"ada","password":"NOBODY-8","deep":[{"accessToken":"NOBODY-9"}]}""",
                Encoding.UTF8,
                "application/json");
        });
        var entries = await console.JournalAsync();
        var whole = await console.Http.GetStringAsync(console.At($"/api/requests/{entries[0].GetProperty("id")}"), Ct)
            + await console.Http.GetStringAsync(console.At($"/api/requests/{entries[1].GetProperty("id")}"), Ct)
            + await console.Http.GetStringAsync(console.At("/api/requests"), Ct);

        Assert.Equal(200, (int)posted.StatusCode);
        Assert.Equal("/open/•••/ada", Text(entries[1], "path"));
        Assert.Contains("\"name\":\"ada\"", whole, StringComparison.Ordinal);
        Assert.DoesNotContain("NOBODY", whole, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_environment_of_a_function_is_told_by_its_names_alone()
    {
        await using var console = await ConsoleClient.OpenAsync(ConsoleTemplate.Text);

        var functions = await console.GetAsync("functions");

        Assert.Contains("SECRET_NUMBER", functions.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("four", functions.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void It_remembers_the_last_200_and_bounds_what_each_may_hold()
    {
        var journal = new Journal([], new StoppedClock());
        for (var at = 0; at < 500; at++)
        {
            var entry = journal.Begin(EntryKind.Request, new string('M', 9000), $"/{at}{new string('x', 9000)}?q");
            entry.KeepCopy(new byte[at % 2 == 0 ? Entry.MaxEvent + 1 : 10]);
            entry.End(200);
        }

        var entries = journal.Last(1000);

        Assert.Equal(Enumerable.Range(301, 200).Select(id => (long)id).Reverse(), entries.Select(entry => entry.Id));
        Assert.All(entries, entry => Assert.True(entry.Path.Length + entry.Method!.Length <= 1024));
        Assert.Equal(100, entries.Count(entry => entry.HasEvent));
        Assert.Null(journal.Find(300));
        Assert.NotNull(journal.Find(301));
    }

    [Fact]
    public void An_event_that_comes_after_its_entry_is_forgotten_is_not_kept()
    {
        var journal = new Journal([], new StoppedClock());
        var old = journal.Begin(EntryKind.Request, "GET", "/old");
        for (var at = 0; at < Journal.Capacity; at++)
            journal.Begin(EntryKind.Request, "GET", "/new");

        old.Keep(new PooledBuffer(16));

        Assert.False(old.HasEvent);
    }

    [Fact]
    public void A_reader_hears_of_every_beginning_and_every_end_once()
    {
        var journal = new Journal([], new StoppedClock());
        var reader = new JournalReader(journal);
        var first = journal.Begin(EntryKind.Request, "GET", "/1");

        Assert.Equal([first], reader.Changes());
        Assert.Empty(reader.Changes());
        first.End(200);
        var second = journal.Begin(EntryKind.Request, "GET", "/2");
        Assert.Equal([second, first], reader.Changes());
        Assert.Empty(reader.Changes());
    }

    [Fact]
    public async Task What_happens_is_streamed_as_it_happens()
    {
        await using var console = await ConsoleClient.OpenAsync(ConsoleTemplate.Text);
        await using var stream = await console.Http.GetStreamAsync(console.At("/api/changes"), Ct);
        using var lines = new StreamReader(stream);
        var first = await lines.ReadLineAsync(Ct);

        using var answer = await console.CallAsync("/greet/ada");
        string? news;
        do
        {
            news = await lines.ReadLineAsync(Ct);
        }
        while (news?.Contains("\"status\":200", StringComparison.Ordinal) != true);

        Assert.StartsWith("data: {\"run\":", first, StringComparison.Ordinal);
        Assert.Contains("\"path\":\"/greet/ada\"", news, StringComparison.Ordinal);
    }

    private static string Text(JsonElement value, string name) => value.GetProperty(name).GetString()!;
}

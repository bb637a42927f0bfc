using System.Text.Json.Nodes;
using Lambda.Local.Console;

namespace Lambda.Tests.LocalConsole;

/// <summary>What the console can make happen.</summary>
public sealed class LeverTests
{
    [Theory]
    [InlineData("""{"answer":"fail"}""", 500)]
    [InlineData("""{"answer":"throttle"}""", 429)]
    public async Task A_function_misbehaves_until_that_is_taken_back(string fault, int status)
    {
        await using var console = await ConsoleClient.OpenAsync(ConsoleTemplate.Text);

        var set = await console.SendAsync("PUT", "functions/Greet/fault", fault);
        using var bad = await console.CallAsync("/greet/ada");
        using var other = await console.CallAsync("/describe");
        var shown = (await console.GetAsync("functions")).ToString();
        var back = await console.SendAsync("DELETE", "functions/Greet/fault");
        using var good = await console.CallAsync("/greet/ada");

        Assert.Equal((204, 204), (set.Status, back.Status));
        Assert.Equal((status, 200, 200), ((int)bad.StatusCode, (int)other.StatusCode, (int)good.StatusCode));
        Assert.Contains(fault, shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_faults_are_taken_back_at_once()
    {
        await using var console = await ConsoleClient.OpenAsync(ConsoleTemplate.Text);
        await console.SendAsync("PUT", "functions/Greet/fault", """{"answer":"fail"}""");
        await console.SendAsync("PUT", "functions/Describe/fault", """{"answer":"fail","delayMs":1}""");

        await console.SendAsync("DELETE", "faults");

        Assert.DoesNotContain("fault", (await console.GetAsync("functions")).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slow_function_answers_later_and_says_why()
    {
        await using var console = await ConsoleClient.OpenAsync(ConsoleTemplate.Text);
        await console.SendAsync("PUT", "functions/Greet/fault", """{"delayMs":60}""");

        using var answer = await console.CallAsync("/greet/ada");
        var entry = await console.LastAsync();

        Assert.Equal(200, (int)answer.StatusCode);
        Assert.InRange(entry.GetProperty("ms").GetDouble(), 50, double.MaxValue);
        Assert.Equal(
            "Slowed down by 60 ms on the console.", entry.GetProperty("lines")[0].GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"answer":"explode"}""")]
    [InlineData("""{"answer":1}""")]
    [InlineData("""{"delayMs":0}""")]
    [InlineData("""{"delayMs":60001}""")]
    [InlineData("""{"delayMs":"5"}""")]
    [InlineData("""{"answer":"fail","times":2}""")]
    public async Task A_fault_that_is_none_is_refused_with_what_would_be(string fault)
    {
        await using var console = await ConsoleClient.OpenAsync(ConsoleTemplate.Text);

        var (status, body) = await console.SendAsync("PUT", "functions/Greet/fault", fault);

        Assert.Equal(400, status);
        Assert.Contains("\"delayMs\": 1 to 60000", body.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_sent_by_hand_shows_what_the_function_returned()
    {
        await using var console = await ConsoleClient.OpenAsync(ConsoleTemplate.Text);

        var (status, body) = await console.SendAsync("POST", "functions/Describe/events", """{"rawPath":"/by-hand"}""");
        var (failedStatus, failed) = await console.SendAsync("POST", "functions/Fail/events", "{}");
        var (wrong, message) = await console.SendAsync("POST", "functions/Describe/events", "{not json");
        var (missing, _) = await console.SendAsync("POST", "functions/Nobody/events", "{}");

        Assert.Equal((200, 200, 400, 404), (status, failedStatus, wrong, missing));
        Assert.Equal("Describe", body.GetProperty("result").GetProperty("function").GetString());
        Assert.Equal("sent", body.GetProperty("request").GetProperty("kind").GetString());
        Assert.Contains(
            "a detail", failed.GetProperty("request").GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Contains("has to be JSON", message.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"\ud800":1,"body":"{\"\\ud800\":2}"}""")]
    [InlineData("""{"isBase64\ud800":true,"detail-type":"\ud800"}""")]
    public async Task An_event_with_text_that_is_no_text_can_be_sent_and_shown(string payload)
    {
        await using var console = await ConsoleClient.OpenAsync(ConsoleTemplate.Text);

        var (status, _) = await console.SendAsync("POST", "functions/Fail/events", payload);

        Assert.Equal(200, status);
        Assert.Contains(
            "text that is no Unicode",
            (await console.LastAsync()).GetProperty("event").GetRawText(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_with_text_that_is_no_text_is_none()
    {
        await using var console = await ConsoleClient.OpenAsync(ConsoleTemplate.Text);

        var (status, _) = await console.SendAsync("PUT", "functions/Describe/fault", """{"answer":"\ud800"}""");

        Assert.Equal(400, status);
    }

    [Fact]
    public async Task A_replay_gives_the_function_the_very_same_event()
    {
        await using var console = await ConsoleClient.OpenAsync(ConsoleTemplate.Text);
        using var answer = await console.CallAsync("/greet/ada?a=1");
        var first = await console.LastAsync();

        var (status, body) = await console.SendAsync("POST", $"requests/{first.GetProperty("id")}/replay");
        var again = await console.LastAsync();

        Assert.Equal(200, status);
        Assert.Equal("Hello ada", body.GetProperty("result").GetProperty("body").GetString());
        Assert.Equal(first.GetProperty("event").ToString(), again.GetProperty("event").ToString());
        Assert.Equal(
            ("replay", 200, first.GetProperty("id").GetInt64()),
            (again.GetProperty("kind").GetString(), again.GetProperty("status").GetInt32(),
                again.GetProperty("repeats").GetInt64()));
    }

    [Fact]
    public async Task What_reached_no_function_cannot_be_replayed()
    {
        await using var console = await ConsoleClient.OpenAsync(ConsoleTemplate.Text);
        using var answer = await console.CallAsync("/nowhere");
        var entry = await console.LastAsync();

        var (status, _) = await console.SendAsync("POST", $"requests/{entry.GetProperty("id")}/replay");
        var (unknown, _) = await console.SendAsync("POST", "requests/4000/replay");

        Assert.Equal((409, 404), (status, unknown));
    }

    [Fact]
    public async Task A_schedule_is_sent_by_hand_and_told_as_an_event()
    {
        await using var console = await ConsoleClient.OpenAsync(ConsoleTemplate.Text);
        var schedule = (await console.GetAsync("schedules")).GetProperty("schedules")[0];

        var (status, _) = await console.SendAsync("POST", $"schedules/{schedule.GetProperty("id").GetString()}");
        var entry = await console.LastAsync();

        Assert.Equal((204, "rate(1 day)"), (status, schedule.GetProperty("expression").GetString()));
        Assert.Equal("event", entry.GetProperty("kind").GetString());
        Assert.Equal("Describing /nightly", entry.GetProperty("lines")[0].GetProperty("text").GetString());
    }

    [Fact]
    public async Task Accounts_are_listed_with_what_the_application_keeps_for_them()
    {
        await using var console = await ConsoleClient.OpenAsync(
            change: options => options with { Records = new Shelf() });
        console.TokenOf("ada");
        var account = (await console.GetAsync("accounts")).GetProperty("accounts")[0];
        var id = account.GetProperty("id").GetString();

        var kinds = await console.GetAsync($"accounts/{id}/records");
        var page = await console.GetAsync($"accounts/{id}/records?kind=things&skip=1&limit=1");
        var files = await console.GetAsync($"accounts/{id}/files");
        var (stranger, _) = await console.SendAsync("GET", $"accounts/{Guid.CreateVersion7()}/records");

        Assert.Equal(
            ("ada", false, 404),
            (account.GetProperty("name").GetString(), account.GetProperty("locked").GetBoolean(), stranger));
        Assert.Equal("""{"kinds":["things"]}""", kinds.ToString());
        Assert.Equal($$"""{"records":[{"owner":"{{id}}","skip":1,"shareToken":"•••"}]}""", page.ToString());
        Assert.Equal("""{"files":[]}""", files.ToString());
    }

    private sealed class Shelf : IAccountRecords
    {
        public string FilePrefix(string account) => $"u/{account}/";

        public Task<IReadOnlyList<string>> ListKindsAsync(CancellationToken ct) =>
            Task.FromResult<IReadOnlyList<string>>(["things"]);

        public Task<IReadOnlyList<JsonObject>> ListAsync(
            string account, string kind, int skip, int limit, CancellationToken ct) =>
            Task.FromResult<IReadOnlyList<JsonObject>>(
                [new JsonObject { ["owner"] = account, ["skip"] = skip, ["shareToken"] = "open sesame" }]);
    }
}

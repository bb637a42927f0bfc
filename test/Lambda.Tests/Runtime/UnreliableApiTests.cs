using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.RuntimeSupport.Api;
using Microsoft.AspNetCore.Http;

namespace Lambda.Tests.Runtime;

/// <summary>What a bootstrap makes of a Runtime API that drops, delays, repeats and refuses.</summary>
[Collection(nameof(BootstrapRun))]
public sealed class UnreliableApiTests : BootstrapRun
{
    [Fact]
    public async Task A_connection_that_breaks_while_it_waits_is_made_anew()
    {
        var running = Run(Echo);

        for (var times = 0; times < 3; times++)
            Api.Drop();
        Api.Event("one", "x");
        var answer = await Api.ReportAsync();
        await Stop.CancelAsync();

        Assert.Equal("invocation/one/response", answer.Path);
        Assert.Equal(0, await running);
        Assert.Empty(Log.ToString());
    }

    [Fact]
    public async Task An_event_that_breaks_off_is_asked_for_again()
    {
        var running = Run(Echo);

        Api.DropWithin("one");
        Api.Event("one", "whole");
        var answer = await Api.ReportAsync();
        await Stop.CancelAsync();

        Assert.Equal("whole", answer.Text);
        Assert.Equal(0, await running);
    }

    [Fact]
    public async Task A_connection_that_breaks_again_and_again_ends_the_process()
    {
        var running = Run(Echo);

        for (var times = 0; times < 5; times++)
            Api.Drop();

        Assert.Equal(1, await running);
        Assert.Contains($"{Api.Endpoint} cannot be reached", Log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Runtime_API_that_is_not_there_ends_the_process()
    {
        Sandbox = Sandbox with { RuntimeApi = "127.0.0.1:1" };

        Assert.Equal(1, await Run(Echo));
        Assert.Contains("127.0.0.1:1 cannot be reached", Log.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost:port")]
    [InlineData("two words")]
    public async Task An_address_that_is_none_ends_the_process(string address)
    {
        Sandbox = Sandbox with { RuntimeApi = address };

        Assert.Equal(1, await Run(Echo));
        Assert.Contains("host:port", Log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_whose_connection_breaks_is_handed_over_again()
    {
        var running = Run(Echo);
        Api.WillDrop();

        Api.Event("one", "x");
        var answer = await Api.ReportAsync();
        await Stop.CancelAsync();

        Assert.Equal(("invocation/one/response", "x"), (answer.Path, answer.Text));
        Assert.Equal(0, await running);
    }

    [Fact]
    public async Task A_freeze_in_the_middle_of_an_event_is_sat_out()
    {
        var running = Run(Echo);

        Api.Answer(async response =>
        {
            response.Headers["Lambda-Runtime-Aws-Request-Id"] = "one";
            await response.WriteAsync("first half, ");
            await response.Body.FlushAsync();
            await Task.Delay(TimeSpan.FromSeconds(1));
            await response.WriteAsync("second half");
        });
        var answer = await Api.ReportAsync();
        await Stop.CancelAsync();

        Assert.Equal("first half, second half", answer.Text);
        Assert.Equal(0, await running);
    }

    [Fact]
    public void Waiting_for_an_event_has_no_end()
    {
        using var client = RuntimeApi.NewClient();

        Assert.Equal(Timeout.InfiniteTimeSpan, client.Timeout);
    }

    [Fact]
    public async Task A_freeze_in_the_middle_of_a_large_answer_is_sat_out()
    {
        var running = Run((_, _) => new string('x', 6_000_000));
        Api.WillFreeze(TimeSpan.FromSeconds(1));

        Api.Event("one", "");
        var answer = await Api.ReportAsync();
        await Stop.CancelAsync();

        Assert.Equal(6_000_000, answer.Body.Length);
        Assert.Equal(0, await running);
    }

    [Fact]
    public async Task An_event_that_takes_its_time_is_waited_for_even_by_an_impatient_client()
    {
        using var impatient = new HttpClient { Timeout = TimeSpan.FromMilliseconds(50) };
        var running = Run(Wrapper(Echo), http: impatient);

        // More timeouts than broken connections would be forgiven. An event may go to a question that was just given
        // up, hence a few of them.
        while (Api.UserAgents.Count < 9)
            await Task.Delay(10, TestContext.Current.CancellationToken);
        for (var times = 0; times < 5; times++)
            Api.Event("one", "x");

        Assert.Equal("invocation/one/response", (await Api.ReportAsync()).Path);
        await Stop.CancelAsync();
        Assert.Equal(0, await running);
    }

    [Fact]
    public async Task An_event_that_is_delivered_twice_is_answered_twice()
    {
        var seen = 0;
        var running = Run((_, _) => $"{++seen}");

        Api.Event("same", "");
        Api.Event("same", "");
        Api.WillSay(202);
        Api.WillSay(400);
        var answers = new[] { await Api.ReportAsync(), await Api.ReportAsync() };
        Api.Event("next", "");
        var next = await Api.ReportAsync();
        await Stop.CancelAsync();

        Assert.Equal(["1", "2"], answers.Select(answer => answer.Text));
        Assert.Equal("3", next.Text);
        Assert.Equal(0, await running);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(413)]
    [InlineData(500)]
    public async Task A_Runtime_API_without_events_ends_the_process(int status)
    {
        var running = Run(Echo);

        Api.AnswerStatus(status);

        Assert.Equal(1, await running);
        Assert.Contains($"answered {status} when asked for an event", Log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_without_an_id_ends_the_process()
    {
        var running = Run(Echo);

        Api.AnswerStatus(200);

        Assert.Equal(1, await running);
        Assert.Contains("without a request id", Log.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(413)]
    public async Task A_refused_error_report_concerns_its_event_alone(int status)
    {
        var running = Run((input, _) => input == "bad" ? throw new InvalidOperationException() : input);
        Api.WillSay(status);

        Api.Event("one", "bad");
        await Api.ReportAsync();
        Api.Event("two", "good");

        Assert.Equal("invocation/two/response", (await Api.ReportAsync()).Path);
        await Stop.CancelAsync();
        Assert.Equal(0, await running);
        Assert.Contains("no longer wants to know", Log.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("good")]
    [InlineData("bad")]
    public async Task A_Runtime_API_that_breaks_over_an_answer_or_an_error_ends_the_process(string input)
    {
        var running = Run((input, _) => input == "bad" ? throw new InvalidOperationException() : input);
        Api.WillSay(500);

        Api.Event("one", input);

        Assert.Equal(1, await running);
        Assert.Contains("answered 500 when handed an answer", Log.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(413)]
    [InlineData(500)]
    public async Task A_start_that_fails_ends_the_process_whatever_the_Runtime_API_says(int status)
    {
        Api.WillSay(status);

        Assert.Equal(1, await Run(() => throw new InvalidOperationException("no table")));
        Assert.Contains("no table", Log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_question_says_who_asks()
    {
        var running = Run(Echo);
        Api.Event("one", "");
        var answer = await Api.ReportAsync();
        await Stop.CancelAsync();
        await running;

        var expected = $"aws-lambda-dotnet/{Environment.Version}-{UserAgent.Version}";
        Assert.Equal(expected, answer.Headers.UserAgent);
        Assert.Equal(expected, Api.UserAgents.First());
        Assert.Equal(UserAgent.Version, typeof(LambdaBootstrap).Assembly.GetName().Version!.ToString(3));
    }

    [Fact]
    public async Task A_debugger_may_ask_for_one_event_only()
    {
        Sandbox = Sandbox with { RunsOnce = true };
        var running = Run(Echo);

        Api.Event("one", "");
        Api.Event("two", "");

        Assert.Equal(0, await running);
        Assert.Equal("invocation/one/response", (await Api.ReportAsync()).Path);
        Assert.True(Api.IsSilent);
    }
}

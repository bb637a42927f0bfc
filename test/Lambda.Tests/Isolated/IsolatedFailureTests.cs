using System.Globalization;
using Lambda.Local;
using Lambda.Local.Invoking;
using Lambda.Tests.HttpApi;

namespace Lambda.Tests.Isolated;

/// <summary>Processes that fail: the event that met it has failed, and the next one finds a working function.</summary>
public sealed class IsolatedFailureTests(ObedientProgram program) : IClassFixture<ObedientProgram>
{
    private readonly ObedientProgram _program = program;
    private readonly StoppedClock _clock = new();

    [Fact]
    public async Task A_function_that_throws_has_failed_with_type_and_message_and_its_process_goes_on()
    {
        await using var host = Host();
        var process = await host.InvokeAsync("pid");

        Assert.Equal("TheFunction failed: InvalidOperationException: no such photo", await FailureAsync(host, "throw"));
        Assert.Equal(process, await host.InvokeAsync("pid"));
    }

    [Fact]
    public async Task An_answer_over_6_MB_has_failed_and_the_process_goes_on()
    {
        await using var host = Host();
        var process = await host.InvokeAsync("pid");

        Assert.StartsWith(
            "TheFunction failed: Function.ResponseSizeTooLarge:",
            await FailureAsync(host, "large"),
            StringComparison.Ordinal);
        Assert.Equal(process, await host.InvokeAsync("pid"));
    }

    [Fact]
    public async Task An_answer_over_6_MB_of_a_runtime_that_does_not_measure_it_has_failed_at_once()
    {
        await using var host = Host();
        var file = _program.NewFile();

        Assert.StartsWith(
            "TheFunction failed: Function.ResponseSizeTooLarge:",
            await FailureAsync(host, $"overflow {file}"),
            StringComparison.Ordinal);
        while (!File.Exists(file) || new FileInfo(file).Length == 0)
            await Task.Delay(5, TestContext.Current.CancellationToken);
        Assert.Equal("413", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("exit", 7)]
    [InlineData("kill", 137)]
    public async Task A_process_that_ends_fails_its_event_and_the_next_event_starts_another(string how, int code)
    {
        await using var host = Host();

        Assert.Equal($"TheFunction ended with exit code {code}.", await FailureAsync(host, how));
        Assert.Equal("still there", await host.InvokeAsync("still there"));
    }

    [Fact]
    public async Task A_process_that_was_killed_between_events_costs_none()
    {
        await using var host = Host();
        var process = await host.InvokeAsync("pid");

        System.Diagnostics.Process.GetProcessById(int.Parse(process, CultureInfo.InvariantCulture)).Kill();
        await IsolatedHost.GoneAsync(process);

        Assert.NotEqual(process, await host.InvokeAsync("pid"));
    }

    [Fact]
    public async Task At_its_timeout_a_process_is_killed_and_the_next_event_starts_another()
    {
        await using var host = Host();
        var hanging = IsolatedHost.EventOf("hang");
        var failing = FailureAsync(host, hanging);
        var process = (await IsolatedHost.FirstLineAsync(hanging)).Text.Split(' ')[^1];

        _clock.Move(TimeSpan.FromMinutes(1));

        Assert.Equal("TheFunction timed out after 60 seconds.", await failing);
        await IsolatedHost.GoneAsync(process);
        Assert.Equal("again", await host.InvokeAsync("again"));
    }

    [Fact]
    public async Task A_start_that_fails_says_why_to_every_event_that_waits_and_is_not_repeated_for_them()
    {
        var starts = _program.NewFile();
        await using var host = Host(("BROKEN", "1"), ("STARTS", starts));

        var failures = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => FailureAsync(host, "anything")));

        Assert.Equal(
            ["TheFunction cannot start: InvalidOperationException: the table is missing"], failures.Distinct());
        Assert.Single(await File.ReadAllLinesAsync(starts, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_program_that_ends_before_it_asks_for_an_event_has_failed()
    {
        await using var host = Host(("FATAL", "1"));

        Assert.Equal("TheFunction ended with exit code 3.", await FailureAsync(host, "anything"));
    }

    [Fact]
    public async Task A_program_that_never_asks_for_an_event_is_given_up()
    {
        var starts = _program.NewFile();
        await using var host = Host(("MUTE", "1"), ("STARTS", starts));
        var failing = FailureAsync(host, "anything");
        while (!File.Exists(starts))
            await Task.Delay(5, TestContext.Current.CancellationToken);

        _clock.Move(TimeSpan.FromSeconds(70));

        Assert.Equal("TheFunction did not ask for an event within 70 seconds of its start.", await failing);
    }

    [Fact]
    public async Task A_program_that_cannot_be_started_has_failed_with_its_name()
    {
        var program = new FunctionProgram("/nowhere/bootstrap", [], Path.GetTempPath());
        await using var host = new IsolatedHost(program, _clock, 2, IsolatedHost.Function("TheFunction"));

        Assert.Contains("/nowhere/bootstrap", await FailureAsync(host, "anything"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_end_no_process_is_left_not_even_one_at_work()
    {
        var hanging = IsolatedHost.EventOf("hang");
        string idle;
        Task<string> failing;
        await using (var host = Host())
        {
            failing = FailureAsync(host, hanging);
            await IsolatedHost.FirstLineAsync(hanging);
            idle = await host.InvokeAsync("pid");
        }

        await failing;
        await IsolatedHost.GoneAsync(hanging.Lines[0].Text.Split(' ')[^1]);
        await IsolatedHost.GoneAsync(idle);
    }

    private IsolatedHost Host(params (string, string)[] variables) =>
        new(_program, _clock, 2, IsolatedHost.Function("TheFunction", variables));

    private static Task<string> FailureAsync(IsolatedHost host, string text) =>
        FailureAsync(host, IsolatedHost.EventOf(text));

    private static async Task<string> FailureAsync(IsolatedHost host, Invocation invocation) =>
        (await Assert.ThrowsAsync<FunctionException>(() => host.InvokeAsync(invocation))).Message;
}

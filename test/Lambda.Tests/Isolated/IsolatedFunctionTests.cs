using Lambda.Local.Invoking;
using Lambda.Tests.HttpApi;
using Microsoft.Extensions.Logging;

namespace Lambda.Tests.Isolated;

/// <summary>What a function in a process of its own sees, and how events find it.</summary>
public sealed class IsolatedFunctionTests(ObedientProgram program) : IClassFixture<ObedientProgram>
{
    private static readonly FunctionDescription Function = IsolatedHost.Function("TheFunction");

    private readonly ObedientProgram _program = program;

    [Fact]
    public async Task A_function_is_told_its_name_memory_arn_request_trace_and_deadline()
    {
        await using var host = Host(Function);

        var context = await host.InvokeAsync("context");

        const string arn = "arn:aws:lambda:us-east-1:000000000000:function:TheFunction";
        Assert.Equal($"TheFunction|256|{arn}|True|True|True", context);
    }

    [Fact]
    public async Task Each_function_has_its_own_environment_and_little_of_the_shells()
    {
        Environment.SetEnvironmentVariable("OF_THE_SHELL", "private");
        await using var host = Host(
            IsolatedHost.Function("Red", ("COLOUR", "red")), IsolatedHost.Function("Green", ("COLOUR", "green")));

        const string ask = "variables COLOUR AWS_LAMBDA_FUNCTION_NAME _HANDLER OF_THE_SHELL";
        var (red, green) = (await host.InvokeAsync("Red", ask), await host.InvokeAsync("Green", ask));

        Assert.Equal(("red|Red|bootstrap|", "green|Green|bootstrap|"), (red, green));
    }

    [Fact]
    public async Task A_process_is_started_by_the_first_event_and_kept()
    {
        await using var host = Host(Function);

        var first = await host.InvokeAsync("pid");
        await host.InvokeAsync("something");
        var third = await host.InvokeAsync("pid");

        Assert.Equal(first, third);
    }

    [Fact]
    public async Task Two_events_at_once_are_worked_on_at_once()
    {
        await using var host = Host(Function);
        var file = _program.NewFile();

        // The first ends only after the second has begun.
        await Task.WhenAll(host.InvokeAsync($"wait {file}"), host.InvokeAsync($"make {file}"));
    }

    [Fact]
    public async Task Events_beyond_the_most_processes_wait_for_their_turn()
    {
        await using var host = new IsolatedHost(_program, TimeProvider.System, 1, Function);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => host.InvokeAsync("pid")));

        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task After_a_minute_without_work_one_process_is_left()
    {
        var (clock, starts, file) = (new StoppedClock(), _program.NewFile(), _program.NewFile());
        var function = IsolatedHost.Function("TheFunction", ("STARTS", starts));
        await using var host = new IsolatedHost(_program, clock, 2, function);
        await Task.WhenAll(host.InvokeAsync($"wait {file}"), host.InvokeAsync($"make {file}"));
        var processes = await File.ReadAllLinesAsync(starts, TestContext.Current.CancellationToken);

        while (processes.All(IsolatedHost.IsAlive))
        {
            // A process asks for its next event soon after its answer, not with it.
            clock.Move(TimeSpan.FromMinutes(1));
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        Assert.Equal(2, processes.Length);
        Assert.Equal(processes.Single(IsolatedHost.IsAlive), await host.InvokeAsync("pid"));
    }

    [Fact]
    public async Task What_a_function_prints_and_logs_stands_beside_its_event()
    {
        await using var host = Host(Function);
        var invocation = IsolatedHost.EventOf("print");

        await host.InvokeAsync(invocation);

        await IsolatedHost.FirstLineAsync(invocation);
        while (invocation.Lines.Count < 2)
            await Task.Delay(5, TestContext.Current.CancellationToken);
        Assert.Equal(
            [new LogLine(LogLevel.Information, "printed"), new LogLine(LogLevel.Warning, "warned")], invocation.Lines);
    }

    [Fact]
    public async Task The_runtime_api_refuses_what_a_process_may_not_say()
    {
        await using var host = Host(Function);

        // Another event's answer and error; a second event; a failed start; no call; no process; no key.
        Assert.Equal("400 400 403 403 404 404 404", await host.InvokeAsync("probe"));
    }

    private IsolatedHost Host(params FunctionDescription[] functions) =>
        new(_program, TimeProvider.System, 2, functions);
}

using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;

namespace Lambda.Tests.Runtime;

/// <summary>Several events at a time in one process.</summary>
[Collection(nameof(BootstrapRun))]
public sealed class ConcurrentTests : BootstrapRun
{
    public ConcurrentTests() => Sandbox = Sandbox with { Concurrency = 3 };

    [Fact]
    public async Task As_many_events_are_answered_at_a_time_as_Lambda_says()
    {
        using var together = new Barrier(3);
        var running = Run((input, _) =>
        {
            Assert.True(together.SignalAndWait(ScriptedRuntimeApi.Patience));
            return input;
        });

        Api.Event("a", "1");
        Api.Event("b", "2");
        Api.Event("c", "3");
        var answers = new[] { await Api.ReportAsync(), await Api.ReportAsync(), await Api.ReportAsync() };
        await Stop.CancelAsync();

        Assert.Equal(
            ["invocation/a/response 1", "invocation/b/response 2", "invocation/c/response 3"],
            answers.Select(answer => $"{answer.Path} {answer.Text}").Order());
        Assert.Equal(0, await running);
    }

    [Fact]
    public async Task Each_event_logs_under_its_own_id_and_has_its_own_trace()
    {
        Environment.SetEnvironmentVariable("_X_AMZN_TRACE_ID", null);
        using var together = new Barrier(3);
        var running = Run(async invocation =>
        {
            var id = invocation.LambdaContext.AwsRequestId;
            together.SignalAndWait(ScriptedRuntimeApi.Patience);
            await Task.Yield();
            LambdaLogger.Log($"static {id} {LambdaTraceProvider.CurrentTraceId}");
            invocation.LambdaContext.Logger.LogInformation("context {id}", id);
            together.SignalAndWait(ScriptedRuntimeApi.Patience);
            return new InvocationResponse(Stream.Null);
        });

        foreach (var id in "abc")
            Api.Event($"{id}", "", ("Lambda-Runtime-Trace-Id", $"Root={id}"));
        for (var times = 0; times < 3; times++)
            await Api.ReportAsync();
        await Stop.CancelAsync();
        await running;

        var lines = Log.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(
            [
                "a\tinfo\tcontext a", "a\tstatic a Root=a", "b\tinfo\tcontext b", "b\tstatic b Root=b",
                "c\tinfo\tcontext c", "c\tstatic c Root=c",
            ],
            lines.Select(line => line[(line.IndexOf('\t') + 1)..]).Order(StringComparer.Ordinal));
        Assert.Null(Environment.GetEnvironmentVariables()["_X_AMZN_TRACE_ID"]);
    }

    [Fact]
    public async Task What_ends_one_loop_ends_all_and_answers_that_are_being_made_are_delivered()
    {
        var started = new TaskCompletionSource();
        var finish = new TaskCompletionSource();
        var running = Run(async invocation =>
        {
            started.SetResult();
            await finish.Task;
            return new InvocationResponse(invocation.InputStream);
        });

        Api.Event("one", "x");
        await started.Task;
        Api.AnswerStatus(500);
        finish.SetResult();

        Assert.Equal("invocation/one/response", (await Api.ReportAsync()).Path);
        Assert.Equal(1, await running);
    }
}

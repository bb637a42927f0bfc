using Amazon.Lambda.RuntimeSupport;

namespace Lambda.Tests.Runtime;

/// <summary>What a bootstrap makes of the time that an invocation has.</summary>
[Collection(nameof(BootstrapRun))]
public sealed class DeadlineTests : BootstrapRun
{
    [Fact]
    public async Task A_handler_is_told_half_a_second_before_its_time_is_over()
    {
        var tokens = new List<bool>();
        var running = Run(invocation =>
        {
            tokens.Add(invocation.CancellationToken.IsCancellationRequested);
            return Task.FromResult(new InvocationResponse(Stream.Null));
        });

        foreach (var milliseconds in new[] { -1_000, 400, 1_000_000, 9_999_999_999_999 })
        {
            var deadline = Now.AddMilliseconds(milliseconds).ToUnixTimeMilliseconds();
            Api.Event("one", "", ("Lambda-Runtime-Deadline-Ms", $"{deadline}"));
            await Api.ReportAsync();
        }

        Api.Event("unknown", "");
        await Api.ReportAsync();
        await Stop.CancelAsync();
        await running;

        Assert.Equal([true, true, false, false, false], tokens);
    }

    [Fact]
    public async Task An_answer_that_comes_too_late_is_refused_and_the_next_event_answered()
    {
        var running = Run(Echo);

        Api.Event("late", "x", ("Lambda-Runtime-Deadline-Ms", "1"));
        Api.WillSay(400);
        await Api.ReportAsync();
        Api.Event("next", "y");
        var next = await Api.ReportAsync();
        await Stop.CancelAsync();
        await running;

        Assert.Equal("invocation/next/response", next.Path);
        Assert.Contains("no longer wants the answer", Log.ToString(), StringComparison.Ordinal);
    }
}

using System.Text;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.RuntimeSupport.Hosting;

namespace Lambda.Tests.Runtime;

/// <summary>The bootstrap against a Runtime API that misbehaves on purpose. Alone: it sets the process's trace id.</summary>
[CollectionDefinition(nameof(BootstrapTests), DisableParallelization = true)]
[Collection(nameof(BootstrapTests))]
public sealed class BootstrapTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    private readonly CancellationTokenSource _stop = new();
    private readonly StringWriter _log = new();
    private ScriptedRuntimeApi _api = null!;

    public async ValueTask InitializeAsync() => _api = await ScriptedRuntimeApi.StartAsync();

    public async ValueTask DisposeAsync()
    {
        _stop.Dispose();
        await _api.DisposeAsync();
    }

    [Fact]
    public async Task Events_are_answered_one_after_the_other_until_told_to_stop()
    {
        var running = Run(Echo);

        _api.Event("one", "\"first\"");
        var first = await _api.ReportAsync();
        _api.Event("two", "\"second\"");
        var second = await _api.ReportAsync();
        await _stop.CancelAsync();

        Assert.Equal(("invocation/one/response", "\"first\""), (first.Path, first.Text));
        Assert.Equal(("invocation/two/response", "\"second\""), (second.Path, second.Text));
        Assert.Equal("application/json", first.Headers.ContentType);
        Assert.Equal(0, await running);
    }

    [Fact]
    public async Task A_failing_event_is_reported_and_the_next_one_answered()
    {
        var running = Run((input, _) => input == "bad" ? throw new InvalidOperationException("no \"table\"") : input);

        _api.Event("one", "bad");
        var failure = await _api.ReportAsync();
        _api.Event("two", "good");
        var answer = await _api.ReportAsync();
        await _stop.CancelAsync();

        Assert.Equal("invocation/one/error", failure.Path);
        Assert.Equal("application/vnd.aws.lambda.error+json", failure.Headers.ContentType);
        Assert.Equal("InvalidOperationException", failure.Headers["Lambda-Runtime-Function-Error-Type"]);
        Assert.Equal(
            """{"errorType":"InvalidOperationException","errorMessage":"no \u0022table\u0022","stackTrace":[]}""",
            failure.Text);
        Assert.Equal("good", answer.Text);
        Assert.Equal(0, await running);
    }

    [Fact]
    public async Task Where_it_failed_is_in_the_log_and_nowhere_else()
    {
        var running = Run((_, _) => throw new InvalidOperationException("broken"));

        _api.Event("one", "secret");
        var failure = await _api.ReportAsync();
        await _stop.CancelAsync();
        await running;

        Assert.DoesNotContain(nameof(BootstrapTests), failure.Text, StringComparison.Ordinal);
        Assert.Contains($"at {typeof(BootstrapTests).FullName}", _log.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", _log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_message_is_cut_to_what_Lambda_takes()
    {
        var running = Run((_, _) => throw new InvalidOperationException(new string('\u0001', 1_000_000)));

        _api.Event("one", "");
        var failure = await _api.ReportAsync();
        await _stop.CancelAsync();
        await running;

        Assert.InRange(failure.Body.Length, 1, 256 * 1024);
    }

    [Fact]
    public async Task An_answer_of_more_than_6_MB_is_measured_not_sent_and_reported()
    {
        var running = Run((input, _) => new string('x', int.Parse(input, null)));

        _api.Event("one", "6291457");
        var failure = await _api.ReportAsync();
        _api.Event("two", "6291456");
        var answer = await _api.ReportAsync();
        await _stop.CancelAsync();

        Assert.Equal("invocation/one/error", failure.Path);
        Assert.Contains("\"errorType\":\"Function.ResponseSizeTooLarge\"", failure.Text, StringComparison.Ordinal);
        Assert.Equal(("invocation/two/response", 6_291_456), (answer.Path, answer.Body.Length));
        Assert.Equal(0, await running);
    }

    [Fact]
    public async Task An_answer_that_Lambda_finds_too_large_is_reported()
    {
        var running = Run(Echo);
        _api.WillSay(413);

        _api.Event("one", "x");
        await _api.ReportAsync();
        var failure = await _api.ReportAsync();
        await _stop.CancelAsync();

        Assert.Contains("Function.ResponseSizeTooLarge", failure.Text, StringComparison.Ordinal);
        Assert.Equal(0, await running);
    }

    [Fact]
    public async Task A_refused_answer_concerns_its_event_alone()
    {
        var running = Run(Echo);
        _api.WillSay(403);

        _api.Event("late", "x");
        await _api.ReportAsync();
        _api.Event("next", "y");
        var answer = await _api.ReportAsync();
        await _stop.CancelAsync();

        Assert.Equal("invocation/next/response", answer.Path);
        Assert.Equal(0, await running);
    }

    [Fact]
    public async Task A_refused_error_report_concerns_its_event_alone()
    {
        var running = Run((input, _) => input == "bad" ? throw new InvalidOperationException() : input);
        _api.WillSay(400);

        _api.Event("one", "bad");
        await _api.ReportAsync();
        _api.Event("two", "good");

        Assert.Equal("invocation/two/response", (await _api.ReportAsync()).Path);
        await _stop.CancelAsync();
        Assert.Equal(0, await running);
    }

    [Fact]
    public async Task A_Runtime_API_that_breaks_over_an_answer_ends_the_process()
    {
        var running = Run(Echo);
        _api.WillSay(500);

        _api.Event("one", "x");

        Assert.Equal(1, await running);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(500)]
    public async Task A_Runtime_API_without_events_ends_the_process(int status)
    {
        var running = Run(Echo);

        _api.AnswerStatus(status);

        Assert.Equal(1, await running);
        Assert.Contains($"answered {status} when asked for an event", _log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_is_cut_ends_the_process()
    {
        var running = Run(Echo);

        _api.Answer(response =>
        {
            response.HttpContext.Abort();
            return Task.CompletedTask;
        });

        Assert.Equal(1, await running);
    }

    [Fact]
    public async Task A_function_that_cannot_be_made_is_reported_and_ends_the_process()
    {
        var code = await Run(() => throw new InvalidOperationException("PHOTOS_TABLE is not set"), null);

        var failure = await _api.ReportAsync();
        Assert.Equal(1, code);
        Assert.Equal("init/error", failure.Path);
        Assert.Contains("PHOTOS_TABLE is not set", failure.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_initializer_that_fails_is_reported_and_one_that_declines_just_ends_the_process()
    {
        var failed = await Run(Wrapper(Echo), () => throw new InvalidOperationException("broken"));
        Assert.Equal("init/error", (await _api.ReportAsync()).Path);

        var declined = await Run(Wrapper(Echo), () => Task.FromResult(false));

        Assert.Equal((1, 1), (failed, declined));
        Assert.True(_api.IsSilent);
    }

    [Fact]
    public async Task An_answer_that_is_being_made_is_delivered_even_when_told_to_stop()
    {
        var started = new TaskCompletionSource();
        var finish = new TaskCompletionSource();
        var wrapper = HandlerWrapper.GetHandlerWrapper(async (Stream input) =>
        {
            started.SetResult();
            await finish.Task;
            return input;
        });
        var running = Run(() => wrapper, null);

        _api.Event("one", "x");
        await started.Task;
        await _stop.CancelAsync();
        finish.SetResult();

        Assert.Equal("invocation/one/response", (await _api.ReportAsync()).Path);
        Assert.Equal(0, await running);
    }

    [Fact]
    public async Task The_context_says_what_the_event_and_the_sandbox_say()
    {
        var running = Run((_, context) => string.Join(
            '|',
            context.AwsRequestId,
            context.RemainingTime,
            context.InvokedFunctionArn,
            context.TraceId,
            Environment.GetEnvironmentVariables()["_X_AMZN_TRACE_ID"],
            context.FunctionName,
            context.MemoryLimitInMB,
            context.TenantId));

        _api.Event(
            "one",
            "",
            ("Lambda-Runtime-Deadline-Ms", Now.AddSeconds(15).ToUnixTimeMilliseconds().ToString()),
            ("Lambda-Runtime-Invoked-Function-Arn", "arn:grüße"),
            ("Lambda-Runtime-Trace-Id", "Root=1-2-3"),
            ("Lambda-Runtime-Aws-Tenant-Id", "ada"));
        var first = await _api.ReportAsync();
        _api.Event("two", "");
        var second = await _api.ReportAsync();
        await _stop.CancelAsync();
        await running;

        Assert.Equal("one|00:00:15|arn:grüße|Root=1-2-3|Root=1-2-3|ListPhotos|0|ada", first.Text);
        Assert.Equal("two|00:00:00||||ListPhotos|0|", second.Text);
    }

    [Fact]
    public async Task Outside_of_Lambda_it_says_what_is_missing()
    {
        using var bootstrap = new LambdaBootstrap(Wrapper(Echo), null, new Sandbox(), null, _log, TimeProvider.System);

        Assert.Equal(1, await bootstrap.RunAsync(_stop.Token));
        Assert.Contains("AWS_LAMBDA_RUNTIME_API is not set", _log.ToString(), StringComparison.Ordinal);
    }

    private static string Echo(string input, ILambdaContext context) => input;

    private static Func<HandlerWrapper> Wrapper(Func<string, ILambdaContext, string> answer) => () =>
        HandlerWrapper.GetHandlerWrapper((Stream input, ILambdaContext context) =>
            (Stream)new MemoryStream(Encoding.UTF8.GetBytes(answer(new StreamReader(input).ReadToEnd(), context))));

    private Task<int> Run(Func<string, ILambdaContext, string> answer) => Run(Wrapper(answer), null);

    private async Task<int> Run(Func<HandlerWrapper> start, LambdaBootstrapInitializer? initializer)
    {
        var sandbox = new Sandbox { RuntimeApi = _api.Endpoint, FunctionName = "ListPhotos" };
        using var bootstrap = new LambdaBootstrap(start, initializer, sandbox, null, _log, new Clock());
        return await bootstrap.RunAsync(_stop.Token).WaitAsync(ScriptedRuntimeApi.Patience);
    }

    private sealed class Clock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}

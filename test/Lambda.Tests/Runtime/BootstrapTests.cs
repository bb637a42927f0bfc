using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.RuntimeSupport.Hosting;

namespace Lambda.Tests.Runtime;

/// <summary>What a bootstrap makes of events and of what handlers do with them.</summary>
[Collection(nameof(BootstrapRun))]
public sealed class BootstrapTests : BootstrapRun
{
    [Fact]
    public async Task Events_are_answered_one_after_the_other_until_told_to_stop()
    {
        var running = Run(Echo);

        Api.Event("one", "\"first\"");
        var first = await Api.ReportAsync();
        Api.Event("two", "\"second\"");
        var second = await Api.ReportAsync();
        await Stop.CancelAsync();

        Assert.Equal(("invocation/one/response", "\"first\""), (first.Path, first.Text));
        Assert.Equal(("invocation/two/response", "\"second\""), (second.Path, second.Text));
        Assert.Equal("application/json", first.Headers.ContentType);
        Assert.Equal(0, await running);
    }

    [Fact]
    public async Task Each_event_has_a_line_of_its_own_for_those_who_debug()
    {
        Sandbox = Sandbox with { LogLevel = LogLevel.Debug };
        var running = Run((input, _) => input.Length > 0 ? """{"headers":{"statusCode":1},"statusCode":201}""" : "[");

        Api.Event("one", """{"rawPath":"/secret","requestContext":{"routeKey":"GET /photos/{id}"}}""");
        await Api.ReportAsync();
        Api.Event("two", "");
        await Api.ReportAsync();
        await Stop.CancelAsync();
        await running;

        Assert.Equal(
            """
            {"route":"GET /photos/{id}","status":201,"ms":0,"invocation":"one","cold":true}
            {"function":"ListPhotos","ms":0,"invocation":"two","cold":false}

            """,
            Log.ToString(),
            ignoreLineEndingDifferences: true);
    }

    [Theory]
    [InlineData("""{"routeKey":"\ud800"}""")]
    [InlineData("""{"\ud800":1,"routeKey":"GET /"}""")]
    public async Task An_event_whose_text_is_no_text_is_answered_for_those_who_debug_too(string json)
    {
        Sandbox = Sandbox with { LogLevel = LogLevel.Debug };
        var running = Run((_, _) => "1");

        Api.Event("one", json);
        var answer = await Api.ReportAsync();
        await Stop.CancelAsync();

        Assert.Equal(0, await running);
        Assert.Equal("1", answer.Text);
    }

    [Theory]
    [InlineData("""{"client":{"app_title":"\ud800"},"env":{"a":"\ud800"}}""")]
    [InlineData("""{"\ud800":1,"custom":{"\ud800":1}}""")]
    public async Task A_caller_whose_text_is_no_text_says_nothing_of_itself(string json)
    {
        var running = Run((_, context) => $"{context.ClientContext.Client?.AppTitle}{context.Identity.IdentityId}");

        Api.Event(
            "one", "", ("Lambda-Runtime-Client-Context", json), ("Lambda-Runtime-Cognito-Identity", """{"cognitoIdentityId":"\ud800"}"""));
        var answer = await Api.ReportAsync();
        await Stop.CancelAsync();
        await running;

        Assert.Equal("invocation/one/response", answer.Path);
    }

    [Fact]
    public async Task An_answer_of_more_than_6_MB_is_measured_not_sent_and_reported()
    {
        var running = Run((input, _) => new string('x', int.Parse(input, null)));

        Api.Event("one", "6291457");
        var failure = await Api.ReportAsync();
        Api.Event("two", "6291456");
        var answer = await Api.ReportAsync();
        await Stop.CancelAsync();

        Assert.Equal("invocation/one/error", failure.Path);
        Assert.Contains("\"errorType\":\"Function.ResponseSizeTooLarge\"", failure.Text, StringComparison.Ordinal);
        Assert.Equal(("invocation/two/response", 6_291_456), (answer.Path, answer.Body.Length));
        Assert.Equal(0, await running);
    }

    [Fact]
    public async Task An_answer_that_Lambda_finds_too_large_is_reported()
    {
        var running = Run(Echo);
        Api.WillSay(413);

        Api.Event("one", "x");
        await Api.ReportAsync();
        var failure = await Api.ReportAsync();
        await Stop.CancelAsync();

        Assert.Contains("Function.ResponseSizeTooLarge", failure.Text, StringComparison.Ordinal);
        Assert.Equal(0, await running);
    }

    [Fact]
    public async Task A_refused_answer_concerns_its_event_alone()
    {
        var running = Run(Echo);
        Api.WillSay(403);

        Api.Event("late", "x");
        await Api.ReportAsync();
        Api.Event("next", "y");
        var answer = await Api.ReportAsync();
        await Stop.CancelAsync();

        Assert.Equal("invocation/next/response", answer.Path);
        Assert.Equal(0, await running);
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
        var running = Run(() => wrapper);

        Api.Event("one", "x");
        await started.Task;
        await Stop.CancelAsync();
        finish.SetResult();

        Assert.Equal("invocation/one/response", (await Api.ReportAsync()).Path);
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

        Api.Event(
            "one",
            "",
            ("Lambda-Runtime-Deadline-Ms", Now.AddSeconds(15).ToUnixTimeMilliseconds().ToString()),
            ("Lambda-Runtime-Invoked-Function-Arn", "arn:grüße"),
            ("Lambda-Runtime-Trace-Id", "Root=1-2-3"),
            ("Lambda-Runtime-Aws-Tenant-Id", "ada"));
        var first = await Api.ReportAsync();
        Api.Event("two", "");
        var second = await Api.ReportAsync();
        await Stop.CancelAsync();
        await running;

        Assert.Equal("one|00:00:15|arn:grüße|Root=1-2-3|Root=1-2-3|ListPhotos|0|ada", first.Text);
        Assert.Equal("two|00:00:00||||ListPhotos|0|", second.Text);
    }

    [Fact]
    public async Task Outside_of_Lambda_it_says_what_is_missing()
    {
        using var bootstrap = new LambdaBootstrap(Wrapper(Echo), null, new Sandbox(), null, Log, TimeProvider.System);

        Assert.Equal(1, await bootstrap.RunAsync(Stop.Token));
        Assert.Contains("AWS_LAMBDA_RUNTIME_API is not set", Log.ToString(), StringComparison.Ordinal);
    }
}

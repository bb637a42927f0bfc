using System.Text.Json;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.RuntimeSupport.Logging;

namespace Lambda.Tests.Runtime;

/// <summary>Who learns what of a failure: the caller, the log, the trace.</summary>
[Collection(nameof(BootstrapRun))]
public sealed class FailureTests : BootstrapRun
{
    [Fact]
    public async Task A_failing_event_is_reported_and_the_next_one_answered()
    {
        var running = Run((input, _) => input == "bad" ? throw new InvalidOperationException("no \"table\"") : input);

        Api.Event("one", "bad");
        var failure = await Api.ReportAsync();
        Api.Event("two", "good");
        var answer = await Api.ReportAsync();
        await Stop.CancelAsync();

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

        Api.Event("one", "secret");
        var failure = await Api.ReportAsync();
        await Stop.CancelAsync();
        await running;

        Assert.DoesNotContain(nameof(FailureTests), failure.Text, StringComparison.Ordinal);
        Assert.Contains($"at {typeof(FailureTests).FullName}", Log.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", Log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trace_learns_where_and_why_it_failed_in_one_short_line()
    {
        var running = Run((_, _) => throw new InvalidOperationException(
            new string('ü', 100_000), new FormatException("the cause\nof it")));

        Api.Event("one", "");
        var failure = await Api.ReportAsync();
        await Stop.CancelAsync();
        await running;

        var header = failure.Headers["Lambda-Runtime-Function-XRay-Error-Cause"].ToString();
        using var cause = JsonDocument.Parse(header);
        var exceptions = cause.RootElement.GetProperty("exceptions");
        Assert.InRange(header.Length, 1, 20_000);
        Assert.Equal(
            ["InvalidOperationException", "FormatException"],
            exceptions.EnumerateArray().Select(exception => exception.GetProperty("type").GetString()));
        Assert.Equal("the cause\nof it", exceptions[1].GetProperty("message").GetString());
        Assert.Contains(
            nameof(FailureTests), exceptions[0].GetProperty("stack")[0].GetProperty("label").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headers_are_UTF_8_in_both_directions()
    {
        var running = Run((_, context) => throw new Störung(context.InvokedFunctionArn));

        Api.Event("one", "", ("Lambda-Runtime-Invoked-Function-Arn", "arn:grüße"));
        var failure = await Api.ReportAsync();
        await Stop.CancelAsync();
        await running;

        using var report = JsonDocument.Parse(failure.Text);
        Assert.Equal("arn:grüße", report.RootElement.GetProperty("errorMessage").GetString());
        Assert.Equal("Störung", failure.Headers["Lambda-Runtime-Function-Error-Type"]);
    }

    [Fact]
    public async Task What_a_static_constructor_threw_is_reported_rather_than_that_it_threw()
    {
        var code = await Run(() => throw new TypeInitializationException(
            "Startup", new AggregateException(new UnauthorizedAccessException("no key"))));

        var failure = await Api.ReportAsync();
        Assert.Equal(1, code);
        Assert.Equal("UnauthorizedAccessException", failure.Headers["Lambda-Runtime-Function-Error-Type"]);
        Assert.Contains("no key", failure.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_message_is_cut_to_what_Lambda_takes()
    {
        var running = Run((_, _) => throw new InvalidOperationException(new string('\u0001', 1_000_000)));

        Api.Event("one", "");
        var failure = await Api.ReportAsync();
        await Stop.CancelAsync();
        await running;

        Assert.InRange(failure.Body.Length, 1, 256 * 1024);
    }

    [Fact]
    public async Task A_function_that_cannot_be_made_is_reported_and_ends_the_process()
    {
        var code = await Run(() => throw new InvalidOperationException("PHOTOS_TABLE is not set"));

        var failure = await Api.ReportAsync();
        Assert.Equal(1, code);
        Assert.Equal("init/error", failure.Path);
        Assert.Contains("PHOTOS_TABLE is not set", failure.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_initializer_that_fails_is_reported_and_one_that_declines_just_ends_the_process()
    {
        var failed = await Run(Wrapper(Echo), () => throw new InvalidOperationException("broken"));
        Assert.Equal("init/error", (await Api.ReportAsync()).Path);

        var declined = await Run(Wrapper(Echo), () => Task.FromResult(false));

        Assert.Equal((1, 1), (failed, declined));
        Assert.True(Api.IsSilent);
    }

    [Theory]
    [InlineData(LogFormat.Text)]
    [InlineData(LogFormat.Json)]
    [InlineData(LogFormat.Unformatted)]
    public async Task An_exception_that_cannot_say_what_it_is_fails_its_event_alone(object format)
    {
        Sandbox = Sandbox with { LogFormat = (LogFormat)format };
        var running = Run((input, _) => input == "" ? throw new Unspeakable() : throw new Speechless());

        Api.Event("one", "");
        var unspeakable = await Api.ReportAsync();
        Api.Event("two", "x");
        var speechless = await Api.ReportAsync();
        await Stop.CancelAsync();

        Assert.Equal(0, await running);
        Assert.Equal("""{"errorType":"Unspeakable","errorMessage":"","stackTrace":[]}""", unspeakable.Text);
        Assert.Equal("""{"errorType":"Speechless","errorMessage":"","stackTrace":[]}""", speechless.Text);
        Assert.Contains($"at {typeof(FailureTests).FullName}", Log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_a_character_in_a_message_is_replaced_and_the_rest_told()
    {
        Sandbox = Sandbox with { LogFormat = LogFormat.Json };
        var running = Run((_, _) => throw new InvalidOperationException("half \ud83d of it"));

        Api.Event("one", "");
        var failure = await Api.ReportAsync();
        await Stop.CancelAsync();

        Assert.Equal(0, await running);
        using var report = JsonDocument.Parse(failure.Text);
        Assert.Equal("half \ufffd of it", report.RootElement.GetProperty("errorMessage").GetString());
    }

    [Fact]
    public async Task An_answer_that_cannot_be_read_to_its_end_is_a_failure()
    {
        var running = Run(_ => Task.FromResult(new InvocationResponse(new BrokenStream())));

        Api.Event("one", "");
        var failure = await Api.ReportAsync();
        await Stop.CancelAsync();

        Assert.Equal(0, await running);
        Assert.Equal("invocation/one/error", failure.Path);
        Assert.Contains("the disk is gone", failure.Text, StringComparison.Ordinal);
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override bool TryGetBuffer(out ArraySegment<byte> buffer)
        {
            buffer = default;
            return false;
        }

        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) =>
            Task.FromException(new IOException("the disk is gone"));
    }

    private sealed class Unspeakable : Exception
    {
        public override string Message => throw new InvalidOperationException("no message");

        public override string ToString() => throw new InvalidOperationException("no text");
    }

    private sealed class Speechless : Exception
    {
        public override string Message => null!;
    }

    private sealed class Störung(string message) : Exception(message);
}

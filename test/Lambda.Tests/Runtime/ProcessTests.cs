using System.Diagnostics;
using System.Text.Json;

namespace Lambda.Tests.Runtime;

/// <summary>What only a process of its own can show: exit codes, signals, and its console.</summary>
public sealed class ProcessTests : IAsyncLifetime
{
    private ScriptedRuntimeApi _api = null!;

    public async ValueTask InitializeAsync() => _api = await ScriptedRuntimeApi.StartAsync();

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task A_generated_program_serves_its_function_until_asked_to_end()
    {
        await using var process = FunctionProcess.Start(ProcessPrograms.Generated, _api.Endpoint, ("ANNOTATIONS_HANDLER", "Upper"));

        _api.Event("one", "abc");
        var answer = await _api.ReportAsync();
        process.Terminate();

        Assert.Equal(("invocation/one/response", "ABC"), (answer.Path, answer.Text));
        Assert.Equal((0, "", ""), await process.EndAsync());
    }

    [Fact]
    public async Task A_generated_program_whose_class_cannot_be_made_says_so_and_exits_with_1()
    {
        await using var process = FunctionProcess.Start(
            ProcessPrograms.Generated, _api.Endpoint, ("ANNOTATIONS_HANDLER", "Upper"), ("BROKEN", "1"));

        var report = await _api.ReportAsync();
        var (code, output, _) = await process.EndAsync();

        Assert.Equal(1, code);
        Assert.Equal("init/error", report.Path);
        Assert.Equal("InvalidOperationException", report.Headers["Lambda-Runtime-Function-Error-Type"]);
        Assert.Contains("the table is missing", output, StringComparison.Ordinal);
        Assert.Contains("looking for the table", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_does_not_look_at_the_result_exits_with_1_all_the_same()
    {
        await using var process = FunctionProcess.Start(ProcessPrograms.ByHand, _api.Endpoint);

        _api.AnswerStatus(500);
        var (code, output, _) = await process.EndAsync();

        Assert.Equal(1, code);
        Assert.Contains("\tcrit\tThe Runtime API does not answer as it should", output, StringComparison.Ordinal);
        Assert.EndsWith("\nended\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asked_to_end_while_it_waits_it_ends_at_once_with_0()
    {
        await using var process = FunctionProcess.Start(ProcessPrograms.ByHand, _api.Endpoint);
        _api.Event("one", "x");
        await _api.ReportAsync();

        var asked = Stopwatch.GetTimestamp();
        process.Terminate();
        var (code, output, errors) = await process.EndAsync();

        Assert.Equal((0, "ended\n", ""), (code, output, errors));
        Assert.True(Stopwatch.GetElapsedTime(asked) < TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Asked_to_end_while_it_answers_it_delivers_the_answer_first()
    {
        var started = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7():N}");
        await using var process = FunctionProcess.Start(ProcessPrograms.ByHand, _api.Endpoint, ("STARTED", started));

        _api.Event("one", "wait");
        while (!File.Exists(started))
            await Task.Delay(10, TestContext.Current.CancellationToken);
        process.Terminate();
        File.Delete(started);

        Assert.Equal("invocation/one/response", (await _api.ReportAsync()).Path);
        Assert.Equal(0, (await process.EndAsync()).Code);
    }

    [Fact]
    public async Task What_a_function_prints_is_a_line_of_the_log_under_its_event()
    {
        await using var process = FunctionProcess.Start(ProcessPrograms.ByHand, _api.Endpoint);

        _api.Event("one", "print");
        await _api.ReportAsync();
        process.Terminate();
        var (_, output, errors) = await process.EndAsync();

        string[] expected =
        [
            "one\tinfo\tto the console", "one\tfail\ttwo", "\tlines", "one\tstatic", "one\twarn\twell done",
            "one\tinfo\tin pieces", "ended", "",
        ];
        var lines = output.Split('\n').Select(line => line.Contains("Z\t", StringComparison.Ordinal) ? line[25..] : line);
        Assert.Equal(expected, lines);
        Assert.Empty(errors);
    }

    [Fact]
    public async Task What_a_function_printed_last_is_in_the_log_even_when_nobody_takes_its_answer()
    {
        await using var process = FunctionProcess.Start(ProcessPrograms.ByHand, _api.Endpoint);

        _api.WillSay(500);
        _api.Event("one", "print");
        await _api.ReportAsync();
        var (code, output, _) = await process.EndAsync();

        Assert.Equal(1, code);
        Assert.Contains("\tone\tinfo\tin pieces\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_function_prints_is_JSON_where_the_log_is()
    {
        await using var process = FunctionProcess.Start(ProcessPrograms.ByHand, _api.Endpoint, ("AWS_LAMBDA_LOG_FORMAT", "JSON"));

        _api.Event("one", "print");
        await _api.ReportAsync();
        process.Terminate();
        var (_, output, _) = await process.EndAsync();

        var lines = output.Split('\n')[..5].Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(
            ["to the console", "two\nlines", "static", "well done", "in pieces"],
            lines.Select(line => line.GetProperty("message").GetString()));
        Assert.All(lines, line => Assert.Equal("one", line.GetProperty("requestId").GetString()));
    }

    [Fact]
    public async Task What_several_events_print_at_a_time_is_told_apart()
    {
        await using var process = FunctionProcess.Start(ProcessPrograms.ByHand, _api.Endpoint, ("AWS_LAMBDA_MAX_CONCURRENCY", "2"));

        _api.Event("one", "print");
        _api.Event("two", "print");
        await _api.ReportAsync();
        await _api.ReportAsync();
        process.Terminate();
        var (code, output, _) = await process.EndAsync();

        Assert.Equal(0, code);
        Assert.All(["one", "two"], id => Assert.Equal(
            ["info\tto the console", "fail\ttwo", "static", "warn\twell done", "info\tin pieces"],
            output.Split('\n').Where(line => line.Contains($"Z\t{id}\t", StringComparison.Ordinal)).Select(line => line[29..])));
    }

    [Fact]
    public async Task Printing_and_logging_at_the_same_time_never_wait_for_each_other()
    {
        await using var process = FunctionProcess.Start(ProcessPrograms.ByHand, _api.Endpoint);

        _api.Event("one", "storm");
        await _api.ReportAsync();
        process.Terminate();
        var (code, output, _) = await process.EndAsync();

        Assert.Equal(0, code);
        Assert.Equal(2_000, output.Split('\n').Count(line => line.Contains("\tinfo\t", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_function_that_ends_its_process_takes_nothing_back()
    {
        await using var process = FunctionProcess.Start(ProcessPrograms.ByHand, _api.Endpoint);

        _api.Event("one", "exit");

        Assert.Equal(7, (await process.EndAsync()).Code);
    }

    [Theory]
    [InlineData("false", 256L * 1024 * 1024)]
    [InlineData("true", 0)]
    public async Task The_garbage_collector_knows_the_sandboxs_memory_unless_told_not_to(string disabled, long expected)
    {
        await using var process = FunctionProcess.Start(
            ProcessPrograms.ByHand,
            _api.Endpoint,
            ("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "256"),
            ("AWS_LAMBDA_DOTNET_DISABLE_MEMORY_LIMIT_CHECK", disabled));

        _api.Event("one", "memory");
        var words = (await _api.ReportAsync()).Text.Split(' ');

        Assert.Equal("256", words[1]);
        Assert.Equal(expected == 0, long.Parse(words[0], null) != 256L * 1024 * 1024);
    }

    [Fact]
    public async Task The_context_holds_what_headers_and_environment_say_of_callers_and_logs()
    {
        await using var process = FunctionProcess.Start(
            ProcessPrograms.ByHand,
            _api.Endpoint,
            ("AWS_LAMBDA_LOG_GROUP_NAME", "group"),
            ("AWS_LAMBDA_LOG_STREAM_NAME", "stream"),
            ("AWS_LAMBDA_FUNCTION_VERSION", "7"));

        _api.Event(
            "one",
            "context",
            ("Lambda-Runtime-Client-Context", """{"client":{"app_title":"Ö"},"custom":{"k":1},"env":{"l":"de"}}"""),
            ("Lambda-Runtime-Cognito-Identity", """{"cognitoIdentityId":"id","cognitoIdentityPoolId":"pool"}"""));
        _api.Event("two", "context", ("Lambda-Runtime-Client-Context", "[not an object"));

        Assert.Equal("Ö|1|de|id|pool|group|stream|7", (await _api.ReportAsync()).Text);
        Assert.Equal("|||||group|stream|7", (await _api.ReportAsync()).Text);
    }

    [Theory]
    [InlineData("true", "one\tinfo\tEvent: \"abc\"|one\tinfo\tAnswer: 3|")]
    [InlineData("", "")]
    public async Task JSON_is_printed_for_a_developer_who_asks_for_it(string debug, string expected)
    {
        const string Program =
            """
            using Amazon.Lambda.RuntimeSupport;
            using Amazon.Lambda.Serialization.SystemTextJson;

            var length = (string text) => text.Length;
            return await LambdaBootstrapBuilder.Create(length, new DefaultLambdaJsonSerializer()).Build().RunAsync();
            """;
        await using var process = FunctionProcess.Start(
            Program, _api.Endpoint, ("LAMBDA_NET_SERIALIZER_DEBUG", debug), ("AWS_LAMBDA_DOTNET_DEBUG_RUN_ONCE", "true"));

        _api.Event("one", "\"abc\"");
        Assert.Equal("3", (await _api.ReportAsync()).Text);
        var (code, output, _) = await process.EndAsync();

        Assert.Equal(0, code);
        Assert.Equal(expected, string.Join('|', output.Split('\n').Select(line => line.Length > 25 ? line[25..] : line)));
    }

    [Fact]
    public async Task Outside_of_Lambda_it_says_what_is_missing_and_exits_with_1()
    {
        await using var process = FunctionProcess.Start(ProcessPrograms.ByHand, api: null);

        var (code, output, _) = await process.EndAsync();

        Assert.Equal(1, code);
        Assert.Contains("AWS_LAMBDA_RUNTIME_API is not set", output, StringComparison.Ordinal);
    }
}

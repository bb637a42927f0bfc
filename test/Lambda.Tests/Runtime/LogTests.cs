using System.Collections;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Api;
using Amazon.Lambda.RuntimeSupport.Hosting;
using Amazon.Lambda.RuntimeSupport.Logging;

namespace Lambda.Tests.Runtime;

public sealed class LogTests : IDisposable
{
    private readonly StringWriter _output = new() { NewLine = "\n" };

    public void Dispose() => _output.Dispose();

    [Fact]
    public void A_line_has_time_request_level_and_message()
    {
        Logger(asJson: false).LogWarning("{count} photos of {owner}", 3, "ada");

        Assert.Equal("2026-11-21T09:00:00.000Z\treq-1\twarn\t3 photos of ada\n", _output.ToString());
    }

    [Fact]
    public void A_JSON_line_has_a_member_for_each_placeholder()
    {
        Logger(asJson: true).LogInformation("{count} photos of {owner} {level}", 3, "a\"da", "x");

        Assert.Equal(
            """{"timestamp":"2026-11-21T09:00:00.000Z","level":"Information","requestId":"req-1","traceId":"Root=1","message":"3 photos of a\"da x","count":3,"owner":"a\"da"}""" + "\n",
            _output.ToString());
    }

    [Fact]
    public void An_exception_is_text_behind_its_line_or_members_of_its_object()
    {
        Logger(asJson: false).LogError(new InvalidOperationException("broken"), "failed");
        Logger(asJson: true).LogError(new InvalidOperationException("broken"), "failed");

        Assert.Equal(
            """
            2026-11-21T09:00:00.000Z	req-1	fail	failed
            System.InvalidOperationException: broken
            {"timestamp":"2026-11-21T09:00:00.000Z","level":"Error","requestId":"req-1","traceId":"Root=1","message":"failed","errorType":"System.InvalidOperationException","errorMessage":"broken","stackTrace":["System.InvalidOperationException: broken"]}

            """,
            _output.ToString(),
            ignoreLineEndingDifferences: true);
    }

    [Theory]
    [InlineData(null, "info warn")]
    [InlineData("warn", "warn")]
    [InlineData("FATAL", "")]
    [InlineData("trace", "debug info warn")]
    public void What_matters_less_than_the_level_of_the_environment_is_left_out(string? level, string expected)
    {
        var sandbox = Sandbox.Of(new Hashtable { ["AWS_LAMBDA_LOG_LEVEL"] = level });
        ILambdaLogger logger = new ConsoleLogger(_output, asJson: false, sandbox.LogLevel, new Clock());

        logger.LogDebug("debug");
        logger.LogInformation("info");
        logger.Log("warning", "warn");

        var lines = _output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(expected, string.Join(' ', lines.Select(line => line.Split('\t')[3])));
    }

    [Fact]
    public void The_environment_describes_the_sandbox()
    {
        var sandbox = Sandbox.Of(new Hashtable
        {
            ["AWS_LAMBDA_RUNTIME_API"] = "127.0.0.1:9001",
            ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = "512",
            ["AWS_LAMBDA_LOG_FORMAT"] = "json",
            ["AWS_LAMBDA_DOTNET_DISABLE_MEMORY_LIMIT_CHECK"] = "true",
        });

        Assert.Equal(("127.0.0.1:9001", 512, true, false), (sandbox.RuntimeApi, sandbox.Memory, sandbox.LogsJson, sandbox.LimitsHeap));
    }

    private ILambdaLogger Logger(bool asJson)
    {
        var head = new InvocationHead("req-1") { TraceId = "Root=1" };
        ILambdaLogger logger = new ConsoleLogger(_output, asJson, LogLevel.Information, new Clock(), head);
        return logger;
    }

    private sealed class Clock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);
    }
}

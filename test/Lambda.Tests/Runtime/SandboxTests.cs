using System.Collections;
using Amazon.Lambda.Core;
using Amazon.Lambda.Observing;
using Amazon.Lambda.RuntimeSupport.Hosting;
using Amazon.Lambda.RuntimeSupport.Logging;

namespace Lambda.Tests.Runtime;

public sealed class SandboxTests
{
    [Fact]
    public void The_environment_describes_the_sandbox()
    {
        var sandbox = Of(
            ("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:9001"),
            ("AWS_LAMBDA_FUNCTION_NAME", "List"),
            ("AWS_LAMBDA_FUNCTION_VERSION", "7"),
            ("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512"),
            ("AWS_LAMBDA_LOG_GROUP_NAME", "group"),
            ("AWS_LAMBDA_LOG_STREAM_NAME", "stream"),
            ("AWS_LAMBDA_DOTNET_DISABLE_MEMORY_LIMIT_CHECK", "TRUE"),
            ("AWS_LAMBDA_DOTNET_DEBUG_RUN_ONCE", "true"),
            ("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start"),
            ("AWS_LAMBDA_MAX_CONCURRENCY", "16"),
            ("AWS_EMF_NAMESPACE", "Shop"),
            ("STAGE", "prod"),
            ("LOG_USER_KEY", "key"));

        Assert.Equal(
            new Sandbox
            {
                RuntimeApi = "127.0.0.1:9001",
                FunctionName = "List",
                FunctionVersion = "7",
                Memory = 512,
                LogGroupName = "group",
                LogStreamName = "stream",
                LimitsHeap = false,
                RunsOnce = true,
                HasSnapshot = true,
                Concurrency = 16,
                EventLog = new EventLogOptions { Namespace = "Shop", Stage = "prod", UserKey = "key" },
            },
            sandbox);
    }

    [Theory]
    [InlineData("")]
    [InlineData("many")]
    [InlineData("-1")]
    public void Nonsense_is_as_good_as_nothing(string text)
    {
        var sandbox = Of(
            ("AWS_LAMBDA_RUNTIME_API", null),
            ("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", text),
            ("AWS_LAMBDA_MAX_CONCURRENCY", text),
            ("AWS_LAMBDA_INITIALIZATION_TYPE", text),
            ("AWS_LAMBDA_LOG_LEVEL", text),
            ("AWS_LAMBDA_LOG_FORMAT", text),
            ("AWS_EMF_NAMESPACE", ""));

        Assert.Equal(new Sandbox(), sandbox);
    }

    [Theory]
    [InlineData(null, null, LogLevel.Information)]
    [InlineData(null, "trace", LogLevel.Trace)]
    [InlineData(null, "DEBUG", LogLevel.Debug)]
    [InlineData(null, "INFO", LogLevel.Information)]
    [InlineData(null, "warn", LogLevel.Warning)]
    [InlineData(null, "Error", LogLevel.Error)]
    [InlineData(null, "FATAL", LogLevel.Critical)]
    [InlineData("Critical", null, LogLevel.Critical)]
    [InlineData("Warning", "TRACE", LogLevel.Warning)]
    public void The_handlers_own_level_counts_before_the_functions(string? handler, string? function, LogLevel expected)
    {
        var sandbox = Of(("AWS_LAMBDA_HANDLER_LOG_LEVEL", handler), ("AWS_LAMBDA_LOG_LEVEL", function));

        Assert.Equal(expected, sandbox.LogLevel);
    }

    [Theory]
    [InlineData(null, null, nameof(LogFormat.Text))]
    [InlineData(null, "Text", nameof(LogFormat.Text))]
    [InlineData(null, "json", nameof(LogFormat.Json))]
    [InlineData("Unformatted", "JSON", nameof(LogFormat.Unformatted))]
    [InlineData("Default", "JSON", nameof(LogFormat.Text))]
    public void The_handlers_own_format_counts_before_the_functions(string? handler, string? function, string expected)
    {
        var sandbox = Of(("AWS_LAMBDA_HANDLER_LOG_FORMAT", handler), ("AWS_LAMBDA_LOG_FORMAT", function));

        Assert.Equal(expected, sandbox.LogFormat.ToString());
    }

    private static Sandbox Of(params (string Name, string? Value)[] variables)
    {
        var environment = new Hashtable();
        foreach (var (name, value) in variables)
            environment[name] = value;
        return Sandbox.Of(environment);
    }
}

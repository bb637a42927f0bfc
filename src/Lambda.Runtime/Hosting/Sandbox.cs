using System.Collections;
using System.Globalization;
using Amazon.Lambda.Core;
using Amazon.Lambda.Observing;
using Amazon.Lambda.RuntimeSupport.Logging;

namespace Amazon.Lambda.RuntimeSupport.Hosting;

/// <summary>
/// What Lambda says through the environment about the sandbox a process runs in; read once, at the start.
/// </summary>
internal sealed record Sandbox
{
    /// <summary>Host and port of the Runtime API; null outside of Lambda.</summary>
    public string? RuntimeApi { get; init; }

    public string FunctionName { get; init; } = "";

    public string FunctionVersion { get; init; } = "";

    public string LogGroupName { get; init; } = "";

    public string LogStreamName { get; init; } = "";

    /// <summary>In MB; 0 when unknown.</summary>
    public int Memory { get; init; }

    /// <summary>Whether the garbage collector keeps within <see cref="Memory"/>.</summary>
    public bool LimitsHeap { get; init; } = true;

    /// <summary>Events that are answered at the same time.</summary>
    public int Concurrency { get; init; } = 1;

    /// <summary>Whether the first event is also the last.</summary>
    public bool RunsOnce { get; init; }

    /// <summary>Whether Lambda takes a snapshot once the function has started.</summary>
    public bool HasSnapshot { get; init; }

    public LogFormat LogFormat { get; init; }

    /// <summary>What each event leaves in the log.</summary>
    public EventLogOptions EventLog { get; init; } = new();

    /// <summary>The least that is logged.</summary>
    public LogLevel LogLevel { get; init; } = LogLevel.Information;

    /// <summary>The one this process runs in.</summary>
    public static Sandbox Here() => Of(Environment.GetEnvironmentVariables());

    public static Sandbox Of(IDictionary environment)
    {
        string? Value(string name) => environment[name] as string is { Length: > 0 } value ? value : null;

        return new Sandbox
        {
            RuntimeApi = Value("AWS_LAMBDA_RUNTIME_API"),
            FunctionName = Value("AWS_LAMBDA_FUNCTION_NAME") ?? "",
            FunctionVersion = Value("AWS_LAMBDA_FUNCTION_VERSION") ?? "",
            LogGroupName = Value("AWS_LAMBDA_LOG_GROUP_NAME") ?? "",
            LogStreamName = Value("AWS_LAMBDA_LOG_STREAM_NAME") ?? "",
            Memory = Number(Value("AWS_LAMBDA_FUNCTION_MEMORY_SIZE")),
            LimitsHeap = !IsTrue(Value("AWS_LAMBDA_DOTNET_DISABLE_MEMORY_LIMIT_CHECK")),
            Concurrency = Math.Max(1, Number(Value("AWS_LAMBDA_MAX_CONCURRENCY"))),
            RunsOnce = IsTrue(Value("AWS_LAMBDA_DOTNET_DEBUG_RUN_ONCE")),
            HasSnapshot = Is(Value("AWS_LAMBDA_INITIALIZATION_TYPE"), "snap-start"),
            EventLog = EventLogOptions.Of(Value),
            LogFormat = Format(Value("AWS_LAMBDA_HANDLER_LOG_FORMAT") ?? Value("AWS_LAMBDA_LOG_FORMAT")),
            LogLevel = Level(Value("AWS_LAMBDA_HANDLER_LOG_LEVEL") ?? Value("AWS_LAMBDA_LOG_LEVEL")),
        };
    }

    private static int Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static bool IsTrue(string? text) => Is(text, "true");

    private static bool Is(string? text, string word) => string.Equals(text, word, StringComparison.OrdinalIgnoreCase);

    private static LogFormat Format(string? name) => name?.ToUpperInvariant() switch
    {
        "JSON" => LogFormat.Json,
        "UNFORMATTED" => LogFormat.Unformatted,
        _ => LogFormat.Text,
    };

    private static LogLevel Level(string? name) => name?.ToUpperInvariant() switch
    {
        "TRACE" => LogLevel.Trace,
        "DEBUG" => LogLevel.Debug,
        "WARN" or "WARNING" => LogLevel.Warning,
        "ERROR" => LogLevel.Error,
        "FATAL" or "CRITICAL" => LogLevel.Critical,
        _ => LogLevel.Information,
    };
}

using Amazon.Lambda.Core;

namespace Lambda.Tests.Core;

public sealed class LoggerTests
{
    private static readonly Exception Broken = new InvalidOperationException("broken");

    private readonly TwoMethodLogger _two = new();
    private readonly LevelLogger _levels = new();

    [Fact]
    public void A_logger_of_two_methods_takes_every_call_with_its_placeholders_filled()
    {
        ILambdaLogger log = _two;

        log.LogTrace("plain");
        log.LogInformation("{count} of {size:000}", 1, 2);
        log.LogInformation("an array: {0} {1}", new object[] { 1, "b" });
        log.Log(LogLevel.Warning, "{name}", "ada");
        log.Log("Debug", "{name}", ["grace"]);

        Assert.Equal(["plain", "1 of 002", "an array: 1 b", "ada", "grace"], _two.Lines);
    }

    [Fact]
    public void A_logger_of_two_methods_writes_an_exception_behind_its_line()
    {
        ((ILambdaLogger)_two).LogError(Broken, "{what} failed", "it");

        Assert.Equal(["it failed", "System.InvalidOperationException: broken"], _two.Lines);
    }

    [Fact]
    public void Every_method_ends_in_the_overloads_that_name_a_level()
    {
        ILambdaLogger log = _levels;

        log.LogTrace("m");
        log.LogDebug("m");
        log.LogInformation("m");
        log.LogWarning("m");
        log.LogError("m");
        log.LogCritical("m");
        log.LogTrace("m {a}", 1);
        log.LogDebug("m {a}", 1);
        log.LogInformation("m {a}", 1);
        log.LogWarning("m {a}", 1);
        log.LogError("m {a}", 1);
        log.LogCritical("m {a}", 1);
        log.LogTrace(Broken, "m");
        log.LogDebug(Broken, "m");
        log.LogInformation(Broken, "m");
        log.LogWarning(Broken, "m");
        log.LogError(Broken, "m");
        log.LogCritical(Broken, "m {a}", 1);

        string[] levels = ["Trace", "Debug", "Information", "Warning", "Error", "Critical"];
        Assert.Equal(
            [
                .. levels.Select(level => $"{level} m"),
                .. levels.Select(level => $"{level} m {{a}} 1"),
                .. levels[..5].Select(level => $"{level} broken m "),
                "Critical broken m {a} 1",
            ],
            _levels.Lines);
    }

    [Theory]
    [InlineData("{a} {{b}} {c}", "1 {b} 2")]
    [InlineData("{1} {0} {1}", "2 1 2")]
    [InlineData("{0} {name}", "1 2")]
    [InlineData("{a:000} {b:bad} {missing}", "001 2 {missing}")]
    [InlineData("{2} {0}", "{2} 1")]
    [InlineData("{ open", "{ open")]
    [InlineData("{@a}", "1")]
    [InlineData("{}", "1")]
    public void Placeholders_are_filled_in_order_or_by_position(string message, string expected)
    {
        Assert.Equal(expected, MessageTemplate.Text(message, [1, new Picky()]));
    }

    [Fact]
    public void A_message_without_arguments_is_left_as_it_is()
    {
        Assert.Equal("{\"json\": true}", MessageTemplate.Text("{\"json\": true}", []));
    }

    private sealed class TwoMethodLogger : ILambdaLogger
    {
        public List<string> Lines { get; } = [];

        public void Log(string message) => throw new InvalidOperationException("Nothing but a line was asked for.");

        public void LogLine(string message) => Lines.Add(message);
    }

    // The three methods that Amazon's documentation asks a logger to implement.
    private sealed class LevelLogger : ILambdaLogger
    {
        public List<string> Lines { get; } = [];

        public void Log(string message) => throw new InvalidOperationException("A level was given.");

        public void LogLine(string message) => throw new InvalidOperationException("A level was given.");

        public void Log(string level, string message) => Lines.Add($"{level} {message}");

        public void Log(string level, string message, params object?[] args) =>
            Lines.Add($"{level} {message} {string.Join(',', args)}");

        public void Log(string level, Exception exception, string message, params object?[] args) =>
            Lines.Add($"{level} {exception.Message} {message} {string.Join(',', args)}");
    }

    private sealed class Picky : IFormattable
    {
        public string ToString(string? format, IFormatProvider? formatProvider) =>
            format is null ? ToString()! : throw new FormatException();

        public override string ToString() => "2";
    }
}

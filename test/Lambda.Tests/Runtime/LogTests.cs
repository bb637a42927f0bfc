using System.Text.Json;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Api;
using Amazon.Lambda.RuntimeSupport.Logging;
using Lambda.Tests.Generator;

namespace Lambda.Tests.Runtime;

public sealed class LogTests : IDisposable
{
    private const string Time = "2026-11-21T09:00:00.000Z";

    private readonly StringWriter _output = new() { NewLine = "\n" };

    public void Dispose() => _output.Dispose();

    [Fact]
    public void A_line_has_time_request_level_and_message()
    {
        Logger(LogFormat.Text).LogWarning("{count} photos of {owner}", 3, "ada");

        Assert.Equal($"{Time}\treq-1\twarn\t3 photos of ada\n", _output.ToString());
    }

    [Fact]
    public void Each_level_has_its_short_name_and_a_strange_one_its_own()
    {
        var logger = Logger(LogFormat.Text, LogLevel.Trace);

        foreach (var level in Enum.GetValues<LogLevel>())
            logger.Log(level, "m");
        logger.Log("AUDIT", "m");
        logger.Log("", "m");

        var lines = _output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(
            ["trce\tm", "dbug\tm", "info\tm", "warn\tm", "fail\tm", "crit\tm", "AUDIT\tm", "m"],
            lines.Select(line => line[$"{Time}\treq-1\t".Length..]));
    }

    [Theory]
    [InlineData("a\n2026-11-21T09:00:00.000Z\treq-1\tinfo\tforged")]
    [InlineData("a\r2026-11-21T09:00:00.000Z\treq-1\tinfo\tforged")]
    [InlineData("a\r\n\n\r2026-11-21T09:00:00.000Z\treq-1\tinfo\tforged\n")]
    public void A_message_cannot_forge_a_line_of_the_log(string message)
    {
        Logger(LogFormat.Text).LogInformation(message);
        Logger(LogFormat.Text).LogInformation("{what}", message);
        Logger(LogFormat.Text).LogError(new InvalidOperationException(message), "failed");

        var lines = _output.ToString().Split(['\n', '\r']);
        Assert.Equal(3, lines.Count(line => line.StartsWith(Time, StringComparison.Ordinal)));
        Assert.Equal(3, lines.Count(line => line.StartsWith($"\t{Time}\treq-1\tinfo\tforged", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(nameof(LogFormat.Text))]
    [InlineData(nameof(LogFormat.Json))]
    public void No_character_of_a_message_ends_its_line_or_steers_a_terminal(string name)
    {
        var format = Enum.Parse<LogFormat>(name);
        Logger(format).LogInformation("a\u2028b\u2029c\u0085d\fe\u001b[31mf\0g");
        Logger(format).LogError(new InvalidOperationException("a\u2028b\u001b[31mc"), "{what}", "a\u2028b");

        var allowed = format == LogFormat.Text ? "\n\t" : "\n";
        Assert.All(
            _output.ToString(),
            letter => Assert.True(allowed.Contains(letter) || !(char.IsControl(letter) || letter is '\u2028' or '\u2029')));
    }

    [Theory]
    [InlineData(nameof(LogFormat.Text))]
    [InlineData(nameof(LogFormat.Json))]
    [InlineData(nameof(LogFormat.Unformatted))]
    public void No_line_shows_a_token_or_a_signed_link_wherever_it_is_from(string name)
    {
        var format = Enum.Parse<LogFormat>(name);
        const string Link = "https://media/u/1?X-Amz-Credential=AKIA1&X-Amz-Signature=9f8e";
        var logger = Logger(format);

        logger.LogInformation("see " + Link);
        logger.LogInformation("{link} {@list}", Link, new[] { "Bearer 0123456789abcdef" });
        logger.LogError(new InvalidOperationException("outer", new HttpRequestException("cannot read " + Link)), "failed");
        logger.Log("eyJhbGciOi.eyJzdWIi.c2ln\n");
        ((InvocationLogger)logger).Out.AppendLine(Link);

        var output = _output.ToString();
        foreach (var secret in new[] { "9f8e", "AKIA1", "0123456789abcdef", "eyJ" })
            Assert.DoesNotContain(secret, output, StringComparison.Ordinal);
        if (format == LogFormat.Json)
            Assert.All(output.Split('\n')[..3], line => JsonDocument.Parse(line).Dispose());
    }

    [Fact]
    public void What_is_reported_of_a_failure_holds_no_signed_link()
    {
        var error = new InvalidOperationException("no https://media/u/1?X-Amz-Signature=9f8e");

        var report = ErrorReport.Of(error);

        Assert.Equal("no https://media/u/1?X-Amz-Signature=***", report.Message);
        Assert.DoesNotContain("9f8e", report.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_that_are_indented_already_stay_as_they_are()
    {
        Logger(LogFormat.Text).LogInformation("{\n  \"a\": 1\n}");

        Assert.Equal($"{Time}\treq-1\tinfo\t{{\n  \"a\": 1\n\t}}\n", _output.ToString());
    }

    [Fact]
    public void A_JSON_line_has_a_member_for_each_named_placeholder()
    {
        Logger(LogFormat.Json).LogInformation("{count} photos of {owner} {level}", 3, "a\"d\na", "x");
        Logger(LogFormat.Json).LogInformation("{0} by position", 3);

        Assert.Equal(
            $$"""
            {"timestamp":"{{Time}}","level":"Information","requestId":"req-1","tenantId":"t","traceId":"Root=1","message":"3 photos of a\"d\na x","count":3,"owner":"a\"d\na"}
            {"timestamp":"{{Time}}","level":"Information","requestId":"req-1","tenantId":"t","traceId":"Root=1","message":"3 by position"}

            """,
            _output.ToString(),
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void Arguments_keep_their_kind_in_JSON()
    {
        Logger(LogFormat.Json).LogInformation(
            "{a} {b} {c} {d} {e} {f} {g} {h}",
            true,
            1.5,
            null,
            new[] { 1, 2 },
            new Dictionary<string, object> { ["x"] = new[] { "y" } },
            new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc),
            LogLevel.Error,
            double.NaN);

        using var line = JsonDocument.Parse(_output.ToString());
        Assert.Equal(
            """true 1.5 null [1,2] {"x":["y"]} "2026-01-02T03:04:05Z" "Error" "NaN" """,
            string.Concat("abcdefgh".Select(name => $"{line.RootElement.GetProperty($"{name}").GetRawText()} ")));
    }

    [Fact]
    public void A_list_that_holds_itself_ends()
    {
        var list = new List<object>();
        list.Add(list);

        Logger(LogFormat.Json).LogInformation("{list}", list);

        Assert.Contains("[[[[[[[[", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_behind_an_at_is_written_by_the_functions_own_serializer()
    {
        Logger(LogFormat.Json, serializer: new ReflectionSerializer()).LogInformation("saw {@size}", new Size(3, 2));
        Logger(LogFormat.Text, serializer: new ReflectionSerializer()).LogInformation("saw {@size}", new Size(3, 2));

        Assert.Contains(
            """
            "message":"saw {\"Width\":3,\"Height\":2}","size":{"Width":3,"Height":2}}
            """,
            _output.ToString(),
            StringComparison.Ordinal);
        Assert.EndsWith("saw {\"Width\":3,\"Height\":2}\n", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_no_serializer_knows_is_its_text()
    {
        Logger(LogFormat.Text).LogInformation("{@size}", new Size(3, 2));
        Logger(LogFormat.Text, serializer: new Refusing()).LogInformation("{@size}", new Size(3, 2));

        Assert.Equal(2, _output.ToString().Split('\n').Count(line => line.EndsWith("\tSize { Width = 3, Height = 2 }", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_exception_is_text_behind_its_line_or_members_of_its_object()
    {
        Logger(LogFormat.Text).LogError(new InvalidOperationException("broken"), "failed");
        Logger(LogFormat.Json).LogError(new InvalidOperationException("broken"), "failed");
        Logger(LogFormat.Unformatted).LogError(new InvalidOperationException("broken"), "failed");

        Assert.Equal(
            $$"""
            {{Time}}	req-1	fail	failed
            System.InvalidOperationException: broken
            {"timestamp":"{{Time}}","level":"Error","requestId":"req-1","tenantId":"t","traceId":"Root=1","message":"failed","errorType":"System.InvalidOperationException","errorMessage":"broken","stackTrace":["System.InvalidOperationException: broken"]}
            failed
            System.InvalidOperationException: broken

            """,
            _output.ToString(),
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void Unformatted_lines_are_the_message_alone_if_they_matter_enough()
    {
        var logger = Logger(LogFormat.Unformatted);

        logger.LogDebug("no");
        logger.LogInformation("{a}", 1);
        logger.Log("raw");

        Assert.Equal("1\nraw", _output.ToString());
    }

    [Fact]
    public void What_is_printed_piece_by_piece_is_a_line_when_it_ends()
    {
        var logger = (InvocationLogger)Logger(LogFormat.Text);

        logger.Out.Append("a");
        logger.Out.Append("b\r\nc\nd");
        logger.Error.AppendLine("whole\nlines");
        logger.Out.AppendLine("e");
        logger.Error.Append("rest");
        logger.Flush();
        logger.Flush();

        string[] expected = ["info\tab", "info\tc", "fail\twhole", "\tlines", "info\tde", "fail\trest", ""];
        Assert.Equal(expected, _output.ToString().Replace($"{Time}\treq-1\t", "", StringComparison.Ordinal).Split('\n'));
    }

    private ILambdaLogger Logger(
        LogFormat format, LogLevel minimum = LogLevel.Information, ILambdaSerializer? serializer = null)
    {
        var head = new InvocationHead("req-1") { TraceId = "Root=1", TenantId = "t" };
        ILambdaLogger[] made = [new InvocationLogger(new LogWriter(() => _output, format, minimum), new Clock(), head, serializer)];
        return made[0];
    }

    private sealed record Size(int Width, int Height);

    private sealed class Refusing : ILambdaSerializer
    {
        public T Deserialize<T>(Stream requestStream) => throw new NotSupportedException();

        public void Serialize<T>(T response, Stream responseStream) => throw new NotSupportedException();
    }

    private sealed class Clock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);
    }
}

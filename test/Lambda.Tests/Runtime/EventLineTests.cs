using System.Text.Json;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Logging;
using Lambda.Tests.Observing;

namespace Lambda.Tests.Runtime;

/// <summary>One line for each event, whatever becomes of it.</summary>
[Collection(nameof(BootstrapRun))]
public sealed class EventLineTests : BootstrapRun
{
    public EventLineTests() => Sandbox = Sandbox with { EventLog = Told.Options };

    [Theory]
    [InlineData("""{"statusCode":200}""", 200, null)]
    [InlineData("""{"statusCode":400}""", 400, null)]
    [InlineData("throw", 500, "InvalidOperationException")]
    [InlineData("too large", 500, "Function.ResponseSizeTooLarge")]
    public async Task Each_event_leaves_one_line_whatever_becomes_of_it(string deed, int status, string? error)
    {
        var running = Run((_, _) => deed switch
        {
            "throw" => throw new InvalidOperationException("Bearer 0123456789abcdef"),
            "too large" => new string('x', 6_291_457),
            _ => deed,
        });

        Api.Event("one", Told.Request("GET /orders/{id}"));
        await Api.ReportAsync();
        Api.Event("two", Told.Request("GET /orders/{id}"));
        await Api.ReportAsync();
        await Stop.CancelAsync();
        await running;

        var lines = Lines();
        Assert.Equal(["one", "two"], lines.Select(line => line.GetProperty("invocation").GetString()));
        Assert.Equal([true, false], lines.Select(line => line.GetProperty("cold").GetBoolean()));
        Assert.All(lines, line => Assert.Equal(status, line.GetProperty("status").GetInt32()));
        Assert.All(lines, line => Assert.Equal(
            error, line.TryGetProperty("error", out var kind) ? kind.GetString() : null));
        Assert.DoesNotContain("0123456789abcdef", Log.ToString(), StringComparison.Ordinal);
    }

    // A sandbox may be frozen with its answer: what is not written then is written with the next event, or never.
    [Fact]
    public async Task The_line_is_there_before_the_answer_is()
    {
        var running = Run((_, _) => "{}");

        Api.Event("one", Told.Request("GET /"));
        await Api.ReportAsync();
        var lines = Lines();
        await Stop.CancelAsync();
        await running;

        Assert.Single(lines);
    }

    [Fact]
    public async Task The_least_level_keeps_no_line_from_the_metrics_and_no_form_changes_it()
    {
        Sandbox = Sandbox with { LogLevel = LogLevel.Critical, LogFormat = LogFormat.Json };
        var running = Run((_, _) => "");

        Api.Event("one", """{"detail-type":"Scheduled Event"}""");
        await Api.ReportAsync();
        await Stop.CancelAsync();
        await running;

        var line = Assert.Single(Lines());
        Assert.Equal("ListPhotos", line.GetProperty("function").GetString());
        Assert.Equal(0, line.GetProperty("EventFailures").GetInt32());
    }

    private JsonElement[] Lines() =>
        [.. Log.ToString().Split('\n').Where(line => line.StartsWith('{')).Select(line => Told.Members(line + "\n"))];
}

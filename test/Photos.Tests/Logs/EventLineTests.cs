using System.Text.Json;
using Photos.Tests.Homes;
using Photos.Tests.Shared;

namespace Photos.Tests.Logs;

/// <summary>What a person at the terminal sees of the cloud's log.</summary>
public sealed class EventLineTests : IAsyncDisposable
{
    private readonly LocalProcess _program = new();

    [Theory]
    [InlineData]
    [InlineData("--isolated")]
    public async Task A_request_is_one_short_line_unless_the_clouds_is_asked_for(params string[] words) =>
        Assert.Empty(await LinesOfHelloAsync(words));

    [Theory]
    [InlineData("--event-log")]
    [InlineData("--event-log", "--isolated")]
    public async Task The_clouds_line_is_printed_when_it_is_asked_for(params string[] words)
    {
        using var line = JsonDocument.Parse(Assert.Single(await LinesOfHelloAsync(words)));

        Assert.Equal("GET /hello", line.RootElement.GetProperty("route").GetString());
        Assert.Equal("local", line.RootElement.GetProperty("stage").GetString());
    }

    public ValueTask DisposeAsync() => _program.DisposeAsync();

    // By the name that the gateway gave the request, since every server of the run prints into the same log.
    private async Task<string[]> LinesOfHelloAsync(string[] words)
    {
        await _program.StartAsync(words);
        using var anybody = new Visitor(_program.Api, token: null);
        var answer = await anybody.GetAsync("/hello");
        Assert.Equal(200, answer.Status);
        await _program.StopAsync();

        var id = answer.Headers["apigw-requestid"];
        return [.. RunLog.Read().Lines.Where(line => line.Contains(id, StringComparison.Ordinal))];
    }
}

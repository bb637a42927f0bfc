using System.Net.Sockets;
using System.Text;
using Photos.Tests.Shared;

namespace Photos.Tests.Homes;

/// <summary>How the program ends, with its functions in it and in processes of their own.</summary>
public sealed class StopTests : IAsyncDisposable
{
    private readonly LocalProcess _program = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Told_to_stop_it_answers_what_is_under_way_and_leaves_nothing_behind(bool isIsolated)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Processes are looked up in /proc.");
        await StartAsync(isIsolated);
        var token = await _program.TokenAsync("ada");
        using var ada = new Visitor(_program.Api, token);
        var photo = new { name = "a.jpg", type = "image/jpeg", bytes = 3, sha256 = new string('0', 64) };
        Assert.Equal(201, (await ada.PostAsync("/uploads", photo)).Status);
        var children = _program.Children();
        using var slow = new TcpClient();
        await slow.ConnectAsync("localhost", _program.Api.Port, Ct);
        var request = $$"""{"name":"b.jpg","type":"image/jpeg","bytes":3,"sha256":"{{new string('1', 64)}}"}""";
        await SendAsync(
            slow,
            $"POST /uploads HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\n" +
            $"Content-Length: {request.Length}\r\nContent-Type: application/json\r\n\r\n{request[..9]}");
        await Task.Delay(100, Ct);

        // A terminal's Ctrl+C reaches everybody.
        _program.Terminate();
        Array.ForEach(children, LocalProcess.Interrupt);
        await Task.Delay(200, Ct);
        await SendAsync(slow, request[9..]);
        var answer = await new StreamReader(slow.GetStream()).ReadToEndAsync(Ct);

        Assert.StartsWith("HTTP/1.1 201 ", answer, StringComparison.Ordinal);
        Assert.Equal(0, await _program.EndAsync());
        Assert.Equal(isIsolated, children.Length > 0);
        Assert.DoesNotContain(children, LocalProcess.IsAlive);
    }

    [Fact]
    public async Task Killed_itself_it_takes_its_functions_along()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Processes are looked up in /proc.");
        await StartAsync(isIsolated: true);
        using var anybody = new Visitor(_program.Api, token: null);
        Assert.Equal(200, (await anybody.GetAsync("/hello")).Status);
        var children = _program.Children();

        await _program.KillAsync();

        Assert.NotEmpty(children);
        while (children.Any(LocalProcess.IsAlive))
            await Task.Delay(20, Ct);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_data_folder_in_use_is_one_sentence_and_exit_code_1(bool isIsolated)
    {
        await StartAsync(isIsolated);

        var (exitCode, _, errors) = await _program.RunAsync("--isolated", "--port", $"{Ports.FirstOf(3)}");

        Assert.Equal(1, exitCode);
        Assert.Contains("in use", Assert.Single(errors.Trim().Split('\n')), StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => _program.DisposeAsync();

    private Task<string> StartAsync(bool isIsolated) => _program.StartAsync(isIsolated ? ["--isolated"] : []);

    private static async Task SendAsync(TcpClient client, string text) =>
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text), Ct);
}

using System.Diagnostics;
using System.Net;
using System.Text;
using Photos.Tests.Shared;

namespace Photos.Browser.Tests;

/// <summary>The real host in a process and a data folder of its own; it can be killed and started again.</summary>
public sealed class Library : IAsyncLifetime
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "Photos.Local.dll");
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _data = Path.Combine(Path.GetTempPath(), $"photos-{Guid.CreateVersion7():N}");
    private readonly int _port = Ports.FirstOf(3);
    private readonly HttpClient _http = new();
    private readonly StringBuilder _said = new();
    private Process? _host;

    public Uri Site => At(0);

    public Uri Api => At(1);

    public Uri Media => At(2);

    public ValueTask InitializeAsync() => new(StartAsync());

    public async Task StartAsync()
    {
        _host = Start("--port", $"{_port}", "--data", _data);
        _host.OutputDataReceived += Remember;
        _host.ErrorDataReceived += Remember;
        _host.BeginOutputReadLine();
        _host.BeginErrorReadLine();

        var waited = Stopwatch.StartNew();
        while (!await IsReadyAsync())
        {
            if (_host.HasExited || waited.Elapsed > Patience)
                throw new InvalidOperationException($"The library did not start. It said:\n{_said}");
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }

    /// <summary>SIGKILL: it has no time for anything.</summary>
    public async Task KillAsync()
    {
        _host!.Kill();
        await _host.WaitForExitAsync();
        _host.Dispose();
        _host = null;
    }

    /// <summary>The API as an account sees it; the account is made when it is missing.</summary>
    public async Task<ApiClient> ClientOfAsync(string account)
    {
        using var command = Start("token", account, "--data", _data, "--port", $"{_port}");
        var errors = command.StandardError.ReadToEndAsync();
        var token = (await command.StandardOutput.ReadToEndAsync()).Trim();
        await command.WaitForExitAsync();

        return command.ExitCode == 0
            ? new ApiClient(Api, RunLog.HideToken(token))
            : throw new InvalidOperationException($"There is no token for {account}: {await errors}");
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
            await KillAsync();
        _http.Dispose();
        if (Directory.Exists(_data))
            Directory.Delete(_data, recursive: true);
    }

    private Uri At(int offset) => new($"http://localhost:{_port + offset}");

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            using var answer = await _http.GetAsync(new Uri(Site, "config.json"));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private void Remember(object _, DataReceivedEventArgs line)
    {
        RunLog.Add(line.Data);
        lock (_said)
            _said.AppendLine(line.Data);
    }

    private static Process Start(params string[] words)
    {
        string[] command = [Program, .. words];
        return Process.Start(new ProcessStartInfo("dotnet", command)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
    }
}

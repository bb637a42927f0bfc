using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Lambda.Tests.Runtime;

/// <summary>A Runtime API on a loopback socket that does what a test says, when it says so.</summary>
internal sealed class ScriptedRuntimeApi : IAsyncDisposable
{
    /// <summary>Longer than anything here takes; only a broken bootstrap is waited for that long.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Channel<Func<HttpResponse, Task>> _events = Channel.CreateUnbounded<Func<HttpResponse, Task>>();
    private readonly Channel<Report> _reports = Channel.CreateUnbounded<Report>();
    private readonly Queue<int> _statuses = new();
    private readonly WebApplication _app;

    private ScriptedRuntimeApi(WebApplication app)
    {
        _app = app;
        app.MapGet("/2018-06-01/runtime/invocation/next", async (HttpContext context) =>
            await (await _events.Reader.ReadAsync(context.RequestAborted))(context.Response));
        app.MapPost("/2018-06-01/runtime/{**path}", async (HttpContext context, string path) =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            context.Response.StatusCode = _statuses.TryDequeue(out var status) ? status : 202;

            // A copy, because the headers are cleared with the connection's next request.
            var headers = new HeaderDictionary(context.Request.Headers.ToDictionary());
            _reports.Writer.TryWrite(new Report(path, body.ToArray(), headers));
        });
    }

    /// <summary>Host and port.</summary>
    public string Endpoint => new Uri(_app.Urls.Single()).Authority;

    public static async Task<ScriptedRuntimeApi> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.ResponseHeaderEncodingSelector = _ => System.Text.Encoding.UTF8;
        });
        var api = new ScriptedRuntimeApi(builder.Build());
        await api._app.StartAsync();
        return api;
    }

    /// <summary>Answers one question for the next event, now or whenever it is asked.</summary>
    public void Answer(Func<HttpResponse, Task> answer) => Assert.True(_events.Writer.TryWrite(answer));

    public void AnswerStatus(int status) => Answer(response =>
    {
        response.StatusCode = status;
        return Task.CompletedTask;
    });

    public void Event(string id, string json, params (string Name, string Value)[] headers) => Answer(response =>
    {
        response.Headers["Lambda-Runtime-Aws-Request-Id"] = id;
        foreach (var (name, value) in headers)
            response.Headers[name] = value;
        return response.WriteAsync(json);
    });

    /// <summary>The status of the next answer that is handed over; 202 when nothing is said.</summary>
    public void WillSay(int status) => _statuses.Enqueue(status);

    /// <summary>What was handed over next. Fails, rather than waits for ever, when nothing comes.</summary>
    public Task<Report> ReportAsync() =>
        _reports.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience);

    /// <summary>Whether everything handed over has been looked at.</summary>
    public bool IsSilent => _reports.Reader.Count == 0;

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

/// <summary>An answer or an error as it was handed over.</summary>
internal sealed record Report(string Path, byte[] Body, IHeaderDictionary Headers)
{
    public string Text => System.Text.Encoding.UTF8.GetString(Body);
}

using System.Collections.Concurrent;
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
    private readonly Channel<Func<HttpResponse, Task>> _restores = Channel.CreateUnbounded<Func<HttpResponse, Task>>();
    private readonly ConcurrentQueue<Func<HttpContext, Task<int>>> _replies = new();
    private readonly WebApplication _app;

    private ScriptedRuntimeApi(WebApplication app)
    {
        _app = app;
        app.MapGet("/2018-06-01/runtime/invocation/next", context => Play(_events, context));
        app.MapGet("/2018-06-01/runtime/restore/next", context => Play(_restores, context));
        app.MapPost("/2018-06-01/runtime/{**path}", async (HttpContext context, string path) =>
        {
            var reply = _replies.TryDequeue(out var scripted) ? await scripted(context) : 202;
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            context.Response.StatusCode = reply;

            // A copy, because the headers are cleared with the connection's next request.
            var headers = new HeaderDictionary(context.Request.Headers.ToDictionary());
            _reports.Writer.TryWrite(new Report(path, body.ToArray(), headers));
        });
    }

    /// <summary>What the questions for events said of who asks.</summary>
    public ConcurrentQueue<string> UserAgents { get; } = new();

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

    /// <summary>Cuts the connection of one question for the next event.</summary>
    public void Drop() => Answer(Cut);

    /// <summary>Cuts one question for the next event off in the middle of the event.</summary>
    public void DropWithin(string id) => Answer(async response =>
    {
        response.Headers["Lambda-Runtime-Aws-Request-Id"] = id;
        response.ContentLength = 1_000;
        await response.WriteAsync("{");
        await response.Body.FlushAsync();
        response.HttpContext.Abort();
    });

    /// <summary>Lets the snapshot that a bootstrap waits in be restored.</summary>
    public void Restore() => Assert.True(_restores.Writer.TryWrite(_ => Task.CompletedTask));

    /// <summary>Cuts the connection of a bootstrap that waits in its snapshot.</summary>
    public void DropRestore() => Assert.True(_restores.Writer.TryWrite(Cut));

    public void RestoreStatus(int status) => Assert.True(_restores.Writer.TryWrite(Status(status)));

    public void AnswerStatus(int status) => Answer(Status(status));

    public void Event(string id, string json, params (string Name, string Value)[] headers) => Answer(response =>
    {
        response.Headers["Lambda-Runtime-Aws-Request-Id"] = id;
        foreach (var (name, value) in headers)
            response.Headers[name] = value;
        return response.WriteAsync(json);
    });

    /// <summary>The status of the next answer that is handed over; 202 when nothing is said.</summary>
    public void WillSay(int status) => _replies.Enqueue(_ => Task.FromResult(status));

    /// <summary>Cuts the connection of the next answer that is handed over, which then is not taken.</summary>
    public void WillDrop() => _replies.Enqueue(context =>
    {
        context.Abort();
        return Task.FromException<int>(new OperationCanceledException("Cut by the script."));
    });

    /// <summary>Reads nothing of the next answer that is handed over for a while, as a frozen sandbox does.</summary>
    public void WillFreeze(TimeSpan time) => _replies.Enqueue(async context =>
    {
        await Task.Delay(time, context.RequestAborted);
        return 202;
    });

    /// <summary>What was handed over next. Fails, rather than waits for ever, when nothing comes.</summary>
    public Task<Report> ReportAsync() =>
        _reports.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience);

    /// <summary>Whether everything handed over has been looked at.</summary>
    public bool IsSilent => _reports.Reader.Count == 0;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static Task Cut(HttpResponse response)
    {
        response.HttpContext.Abort();
        return Task.CompletedTask;
    }

    private static Func<HttpResponse, Task> Status(int status) => response =>
    {
        response.StatusCode = status;
        return Task.CompletedTask;
    };

    private async Task Play(Channel<Func<HttpResponse, Task>> script, HttpContext context)
    {
        UserAgents.Enqueue(context.Request.Headers.UserAgent.ToString());
        try
        {
            var answer = await script.Reader.ReadAsync(context.RequestAborted);
            await answer(context.Response);
        }
        catch (OperationCanceledException)
        {
            // Whoever asked is gone.
        }
    }
}

/// <summary>An answer or an error as it was handed over.</summary>
internal sealed record Report(string Path, byte[] Body, IHeaderDictionary Headers)
{
    public string Text => System.Text.Encoding.UTF8.GetString(Body);
}

using System.Net;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Photos.Tests.Native;

/// <summary>Lambda's Runtime API on loopback: hands out events, collects answers.</summary>
internal sealed class RuntimeApi : IAsyncDisposable
{
    private readonly Channel<string> _events = Channel.CreateUnbounded<string>();
    private readonly Channel<string> _answers = Channel.CreateUnbounded<string>();
    private readonly WebApplication _app;

    private RuntimeApi(WebApplication app) => _app = app;

    public string Address => new Uri(_app.Urls.Single()).Authority;

    public static async Task<RuntimeApi> StartAsync(CancellationToken ct)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var api = new RuntimeApi(app);
        app.Run(api.HandleAsync);
        await app.StartAsync(ct);
        return api;
    }

    /// <summary>Sends one event and waits for what the function makes of it.</summary>
    public async Task<JsonElement> InvokeAsync(string invocation, CancellationToken ct)
    {
        await _events.Writer.WriteAsync(invocation, ct);
        return JsonDocument.Parse(await _answers.Reader.ReadAsync(ct)).RootElement;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method))
        {
            var next = await _events.Reader.ReadAsync(context.RequestAborted);
            context.Response.Headers["Lambda-Runtime-Aws-Request-Id"] = Guid.CreateVersion7().ToString();
            context.Response.Headers["Lambda-Runtime-Deadline-Ms"] =
                $"{TimeProvider.System.GetUtcNow().AddSeconds(15).ToUnixTimeMilliseconds()}";
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(next, context.RequestAborted);
            return;
        }

        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        await _answers.Writer.WriteAsync(await reader.ReadToEndAsync(context.RequestAborted), context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status202Accepted;
    }
}

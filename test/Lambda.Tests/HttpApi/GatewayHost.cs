using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Lambda.Local.Console.History;
using Lambda.Local.HttpApi;
using Lambda.Local.HttpApi.Description;
using Lambda.Template.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lambda.Tests.HttpApi;

/// <summary>A gateway on a free loopback port, made from a template, in front of scripted functions.</summary>
internal sealed class GatewayHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private GatewayHost(WebApplication app) => _app = app;

    public ScriptedInvoker Functions { get; private init; } = new();

    public StoppedClock Clock { get; private init; } = new();

    public required Journal Journal { get; init; }

    public HttpClient Http { get; } = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false });

    public int Port => new Uri(_app.Urls.Single()).Port;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<GatewayHost> StartAsync(
        string template, Func<string, RSA?>? findKey = null, HttpProtocols protocols = HttpProtocols.Http1)
    {
        var (functions, clock) = (new ScriptedInvoker(), new StoppedClock());
        var api = HttpApiReader.Read(TemplateDocument.Parse(template, new Dictionary<string, string>()));
        var journal = new Journal(api.Functions, clock);
        var gateway = new Gateway(api, functions, findKey ?? (_ => null), NullLogger.Instance, clock, journal);

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = protocols);
        });
        var app = builder.Build();
        app.Run(gateway.HandleAsync);
        await app.StartAsync(Ct);
        return new GatewayHost(app) { Functions = functions, Clock = clock, Journal = journal };
    }

    public async Task<Answer> SendAsync(string method, string path, params (string Name, string Value)[] headers)
    {
        var lines = string.Concat(headers.Select(header => $"{header.Name}: {header.Value}\r\n"));
        return await SendRawAsync(
            $"{method} {path} HTTP/1.1\r\nHost: localhost:{Port}\r\n{lines}Connection: close\r\n\r\n");
    }

    public async Task<Answer> SendAsync(string method, string path, string? type, byte[] body)
    {
        var line = type is null ? "" : $"Content-Type: {type}\r\n";
        return await SendRawAsync(
            $"{method} {path} HTTP/1.1\r\nHost: x\r\n{line}Content-Length: {body.Length}\r\nConnection: close\r\n\r\n",
            body);
    }

    /// <summary>Bytes on a socket, so that nothing tidies the request on its way.</summary>
    public async Task<Answer> SendRawAsync(string head, byte[]? body = null)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, Port, Ct);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(head), Ct);
        if (body is not null)
            await stream.WriteAsync(body, Ct);

        using var answer = new MemoryStream();
        await stream.CopyToAsync(answer, Ct);
        return Answer.Of(Encoding.Latin1.GetString(answer.ToArray()));
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }
}

/// <summary>What came back over the socket; headers in order, with their spelling.</summary>
internal sealed record Answer(int Status, IReadOnlyList<(string Name, string Value)> Headers, string Body)
{
    public string? this[string name] =>
        Headers.FirstOrDefault(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>The value of each line of one name, in order.</summary>
    public string[] All(string name) =>
    [
        .. Headers.Where(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(header => header.Value),
    ];

    public static Answer Of(string text)
    {
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var lines = text[..end].Split("\r\n");
        return new Answer(
            int.Parse(lines[0].Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture),
            [.. lines.Skip(1).Select(line => line.Split(": ", 2)).Select(pair => (pair[0].TrimEnd(':'), pair[^1]))],
            text[(end + 4)..]);
    }
}

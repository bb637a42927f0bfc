using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Lambda.Local.Isolated;

/// <summary>
/// Where processes reach the Runtime API: a server apart from the gateway's, because it has to answer for as long as
/// requests are finished there.
/// </summary>
internal sealed class RuntimeApiServer : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Sandbox> _sandboxes = new();
    private readonly KestrelServer _server;
    private readonly Lazy<Task<string>> _authority;

    public RuntimeApiServer(ILoggerFactory logs)
    {
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Limits.MaxRequestBodySize = null;
        options.Limits.MinRequestBodyDataRate = null;
        options.Limits.MinResponseDataRate = null;
        options.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http1);
        var sockets = new SocketTransportOptions { WaitForDataBeforeAllocatingBuffer = false };
        _server = new KestrelServer(
            Options.Create(options),
            new SocketTransportFactory(Options.Create(sockets), logs),
            logs);
        _authority = new Lazy<Task<string>>(ListenAsync);
    }

    /// <summary>Listens from the first process on.</summary>
    /// <returns>What the process is told as <c>AWS_LAMBDA_RUNTIME_API</c>.</returns>
    public async Task<string> AdmitAsync(Sandbox sandbox)
    {
        _sandboxes[sandbox.Key] = sandbox;
        return $"{await _authority.Value}/{sandbox.Key}";
    }

    public void Forget(Sandbox sandbox) => _sandboxes.TryRemove(sandbox.Key, out _);

    public async ValueTask DisposeAsync()
    {
        // Whoever still waits for an event is not worth waiting for.
        await _server.StopAsync(new CancellationToken(canceled: true));
        _server.Dispose();
    }

    private async Task<string> ListenAsync()
    {
        await _server.StartAsync(new RuntimeApiCalls(_sandboxes), default);
        return new Uri(_server.Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Authority;
    }
}

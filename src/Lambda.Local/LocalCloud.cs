using System.Net.Sockets;
using Lambda.Local.Console;
using Lambda.Local.Disk;
using Lambda.Local.EventSources;
using Lambda.Local.HttpApi;
using Lambda.Local.Invoking;
using Lambda.Local.ObjectStore.Files;
using Lambda.Local.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Lambda.Local;

/// <summary>
/// A cloud for one function set in one process: its site, its HTTP API with sign-in, and its object store, on three
/// ports of the loopback interface.
/// </summary>
public sealed class LocalCloud : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly IInvoker _functions;
    private readonly FileLock _data;

    private LocalCloud(
        WebApplication app, IInvoker functions, LocalAddresses addresses, LocalEvents events, FileLock data) =>
        (_app, _functions, Addresses, Events, _data) = (app, functions, addresses, events, data);

    /// <summary>Where it answers once it is started.</summary>
    public LocalAddresses Addresses { get; }

    /// <summary>What happens to functions without a request.</summary>
    internal LocalEvents Events { get; }

    /// <summary>Reads the template and begins to make the functions' handlers; listens to nothing yet.</summary>
    /// <exception cref="LocalStartException">Something that it is made of is missing or damaged.</exception>
    public static LocalCloud Build(LocalCloudOptions options)
    {
        var template = LocalTemplate.Read(options);
        if (!Directory.Exists(options.SiteFolder))
            throw new LocalStartException($"The site's folder {options.SiteFolder} does not exist.");

        var data = DataFolder.Take(options.DataFolder);
        var lifetime = new LocalLifetime();
        var app = LocalServer.Build(options, lifetime);
        var logs = app.Services.GetRequiredService<ILoggerFactory>();
        if (options.LogsRequests)
            app.Use(new RequestLog(logs.CreateLogger("Request"), options.Clock).RunAsync);

        var parts = new LocalParts(template, options, logs);
        var (functions, signIn, known) = (parts.Invoker(), parts.SignIn(), parts.KnownEvents);
        var console = options.HasConsole
            ? new ConsoleParts(template.Api, known.Functions, functions, options.Clock)
            : null;
        var events = lifetime.Events =
            new LocalEvents(known, console?.EventInvoker ?? functions, options, logs.CreateLogger("Events"));
        var store = parts.ObjectStore(events);
        events.Resume(store.FactsOf);
        new Origins(
            new SiteFiles(options.SiteFolder, options.Addresses, template.SignIn),
            signIn,
            options.OpenApiPath is { } document ? new ApiDocument(document, template.Api.Cors) : null,
            console?.Open(signIn, options.Records, store, events, app.Lifetime.ApplicationStopping),
            parts.Gateway(console?.Invoker ?? functions, signIn, console?.Journal),
            lifetime.Requests,
            store,
            console?.Journal).Mount(app, options.Port);

        return new LocalCloud(app, functions, options.Addresses, events, data);
    }

    /// <summary>Whether a data folder has pictures in it, without starting anything.</summary>
    public static bool HasObjects(string dataFolder) => ObjectFolder.HasObjects(DataFolder.Objects(dataFolder));

    /// <summary>The accounts and keys of a data folder without the rest, for a command that issues a token.</summary>
    /// <exception cref="LocalStartException">No authorizer of the template trusts the local sign-in.</exception>
    public static LocalSignIn OpenSignIn(LocalCloudOptions options) => LocalTemplate.Read(options).SignIn is { } signIn
        ? new LocalSignIn(signIn, options.Clock)
        : throw new LocalStartException(
            $"The template {options.TemplatePath} has no user pool that tokens could be from.");

    /// <summary>Listens, and returns when every function can be called.</summary>
    /// <exception cref="LocalStartException">One of the ports is taken, or a function cannot be made.</exception>
    public async Task StartAsync(CancellationToken ct)
    {
        try
        {
            await _app.StartAsync(ct);
            await _functions.ReadyAsync().WaitAsync(ct);
        }
        catch (IOException cause)
        {
            var (first, last) = (Addresses.Site.Port, Addresses.Media.Port);
            throw new LocalStartException($"Ports {first} to {last} must be free. {cause.Message}", cause);
        }
        catch (SocketException cause)
        {
            throw new LocalStartException($"This machine cannot listen there. {cause.Message}", cause);
        }
    }

    /// <summary>
    /// Returns when the process is asked to stop; requests that are being answered are finished first.
    /// </summary>
    public Task WaitForShutdownAsync(CancellationToken ct) => _app.WaitForShutdownAsync(ct);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Events.StopAsync();
        await _app.DisposeAsync();
        // After the gateway, which waits for what is under way.
        if (_functions is IAsyncDisposable processes)
            await processes.DisposeAsync();
        else if (_functions is IDisposable calls)
            calls.Dispose();

        Events.Dispose();
        _data.Dispose();
    }
}

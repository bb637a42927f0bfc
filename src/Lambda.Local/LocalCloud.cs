using System.Net;
using System.Net.Sockets;
using Lambda.Local.Disk;
using Lambda.Local.HttpApi;
using Lambda.Local.Invoking;
using Lambda.Local.ObjectStore;
using Lambda.Local.ObjectStore.Files;
using Lambda.Local.SignIn;
using Lambda.Template.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Lambda.Local;

/// <summary>
/// A cloud for one function set in one process: its site, its HTTP API with sign-in, and its object store, on three
/// ports of the loopback interface.
/// </summary>
public sealed class LocalCloud : IAsyncDisposable
{
    private readonly WebApplication _app;

    private readonly FileLock _data;

    private LocalCloud(WebApplication app, LocalAddresses addresses, FileLock data) =>
        (_app, Addresses, _data) = (app, addresses, data);

    /// <summary>Where it answers once it is started.</summary>
    public LocalAddresses Addresses { get; }

    /// <summary>Reads the template and makes every function's handler; listens to nothing yet.</summary>
    /// <exception cref="LocalStartException">Something that it is made of is missing or damaged.</exception>
    public static LocalCloud Build(LocalCloudOptions options)
    {
        var template = LocalTemplate.Read(options);
        if (!Directory.Exists(options.SiteFolder))
            throw new LocalStartException($"The site's folder {options.SiteFolder} does not exist.");

        var data = LockData(options.DataFolder);
        var app = NewApplication(options);
        var logs = app.Services.GetRequiredService<ILoggerFactory>();
        if (options.LogsRequests)
            app.Use(new RequestLog(logs.CreateLogger("Request"), options.Clock).RunAsync);

        var signIn = template.SignIn is null ? null : new LocalSignIn(template.SignIn, options.Clock);
        new Origins(
            new SiteFiles(options.SiteFolder, options.Addresses, template.SignIn),
            signIn,
            options.OpenApiPath is { } document ? new ApiDocument(document, template.Api.Cors) : null,
            NewGateway(template, options, signIn, logs),
            NewObjectStore(options)).Mount(app, options.Port);

        return new LocalCloud(app, options.Addresses, data);
    }

    /// <summary>Whether a data folder has pictures in it, without starting anything.</summary>
    public static bool HasObjects(string dataFolder) => ObjectFolder.HasObjects(ObjectsIn(dataFolder));

    /// <summary>The accounts and keys of a data folder without the rest, for a command that issues a token.</summary>
    /// <exception cref="LocalStartException">No authorizer of the template trusts the local sign-in.</exception>
    public static LocalSignIn OpenSignIn(LocalCloudOptions options) => LocalTemplate.Read(options).SignIn is { } signIn
        ? new LocalSignIn(signIn, options.Clock)
        : throw new LocalStartException(
            $"The template {options.TemplatePath} has no user pool that tokens could be from.");

    /// <summary>Listens.</summary>
    /// <exception cref="LocalStartException">One of the ports is taken.</exception>
    public async Task StartAsync(CancellationToken ct)
    {
        try
        {
            await _app.StartAsync(ct);
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
        await _app.DisposeAsync();
        _data.Dispose();
    }

    // Two programs on one folder would each clear away what the other is receiving.
    private static FileLock LockData(string folder)
    {
        try
        {
            OwnerOnly.MakeFolder(folder);
            return FileLock.TryTake(Path.Combine(folder, "in-use.lock"))
                ?? throw new LocalStartException($"The folder {folder} is in use by another start of this program.");
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new LocalStartException($"The folder {folder} cannot be used: {cause.Message}", cause);
        }
    }

    private static WebApplication NewApplication(LocalCloudOptions options)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // The gateway and the object store draw lines of their own.
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MaxRequestLineSize = 16 * 1024;
            for (var port = options.Port; port < options.Port + Origins.Count; port++)
                Listen(kestrel, options, port);
        });

        // A stalled upload would otherwise hold up Ctrl+C for half a minute.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(5));
        builder.Logging.AddConsole(console => console.FormatterName = PlainConsole.FormatterName);
        builder.Logging.AddConsoleFormatter<PlainConsole, ConsoleFormatterOptions>();
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        // What keeps the host from starting is said by whoever starts it.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        return builder.Build();
    }

    // The loopback interface always: functions reach the object store by it.
    private static void Listen(KestrelServerOptions kestrel, LocalCloudOptions options, int port)
    {
        if (options.Listen is { } any && (any.Equals(IPAddress.Any) || any.Equals(IPAddress.IPv6Any)))
        {
            kestrel.ListenAnyIP(port);
            return;
        }

        kestrel.ListenLocalhost(port);
        if (options.Listen is { } address && !address.Equals(IPAddress.Loopback)
            && !address.Equals(IPAddress.IPv6Loopback))
            kestrel.Listen(address, port);
    }

    private static Gateway NewGateway(
        LocalTemplate template, LocalCloudOptions options, LocalSignIn? signIn, ILoggerFactory logs)
    {
        var invoker = new InProcessInvoker(
            new FunctionAssembly(options.Functions), [.. template.Api.Functions], logs, options.Clock);
        try
        {
            return new Gateway(
                template.Api, invoker, kid => signIn?.FindKey(kid), logs.CreateLogger("Gateway"), options.Clock);
        }
        catch (TemplateException cause)
        {
            throw LocalTemplate.Unusable(options, cause);
        }
    }

    private static string ObjectsIn(string dataFolder) => Path.Combine(dataFolder, "objects");

    private static LocalObjectStore NewObjectStore(LocalCloudOptions options) => new(
        ObjectsIn(options.DataFolder),
        options.Bucket,
        ObjectStoreCredentials.ReadOrMake(options.DataFolder),
        options.Addresses.Site,
        options.Clock);
}

using Lambda.Local.Console;
using Lambda.Local.Console.History;
using Lambda.Local.Disk;
using Lambda.Local.EventSources;
using Lambda.Local.EventSources.Description;
using Lambda.Local.HttpApi;
using Lambda.Local.Invoking;
using Lambda.Local.ObjectStore;
using Lambda.Local.SignIn;
using Lambda.Template.Values;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
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

    private LocalCloud(WebApplication app, LocalAddresses addresses, LocalEvents events, FileLock data) =>
        (_app, Addresses, Events, _data) = (app, addresses, events, data);

    /// <summary>Where it answers once it is started.</summary>
    public LocalAddresses Addresses { get; }

    /// <summary>What happens to functions without a request.</summary>
    internal LocalEvents Events { get; }

    /// <summary>Reads the template and makes every function's handler; listens to nothing yet.</summary>
    /// <exception cref="LocalStartException">Something that it is made of is missing or damaged.</exception>
    public static LocalCloud Build(LocalCloudOptions options)
    {
        var template = LocalTemplate.Read(options);
        if (!Directory.Exists(options.SiteFolder))
            throw new LocalStartException($"The site's folder {options.SiteFolder} does not exist.");

        var data = LockData(options.DataFolder);
        var eventHost = new EventHost();
        var app = NewApplication(options, eventHost);
        var logs = app.Services.GetRequiredService<ILoggerFactory>();
        if (options.LogsRequests)
            app.Use(new RequestLog(logs.CreateLogger("Request"), options.Clock).RunAsync);

        var signIn = template.SignIn is null ? null : new LocalSignIn(template.SignIn, options.Clock);
        var invoker = NewInvoker(template, options, logs, out var known);
        var console = options.HasConsole
            ? new ConsoleParts(template.Api, known.Functions, invoker, options.Clock)
            : null;
        var events = eventHost.Events =
            new LocalEvents(known, console?.EventInvoker ?? invoker, options, logs.CreateLogger("Events"));
        var store = NewObjectStore(options, events);
        events.Resume(store.FactsOf);
        new Origins(
            new SiteFiles(options.SiteFolder, options.Addresses, template.SignIn),
            signIn,
            options.OpenApiPath is { } document ? new ApiDocument(document, template.Api.Cors) : null,
            console?.Open(signIn, options.Records, store, events, app.Lifetime.ApplicationStopping),
            NewGateway(template, options, console?.Invoker ?? invoker, signIn, console?.Journal, logs),
            store).Mount(app, options.Port);

        return new LocalCloud(app, options.Addresses, events, data);
    }

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
        Events.Dispose();
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

    private static WebApplication NewApplication(LocalCloudOptions options, EventHost events)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // The gateway and the object store draw lines of their own.
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MaxRequestLineSize = 16 * 1024;
            for (var origin = 0; origin < Origins.Count; origin++)
                kestrel.ListenLocalhost(options.Port + origin);
        });

        builder.Services.AddSingleton<IHostedService>(events);
        // A stalled upload would otherwise hold up Ctrl+C for half a minute.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(5));
        builder.Logging.AddConsole(console => console.FormatterName = PlainConsole.FormatterName);
        builder.Logging.AddConsoleFormatter<PlainConsole, ConsoleFormatterOptions>();
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        // What keeps the host from starting is said by whoever starts it.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        return builder.Build();
    }

    // The functions of the API must be there; of the others, the template may name some that are elsewhere.
    private static InProcessInvoker NewInvoker(
        LocalTemplate template, LocalCloudOptions options, ILoggerFactory logs, out EventsDescription known)
    {
        var assembly = new FunctionAssembly(options.Functions);
        known = template.Events.Only(assembly.Has);
        FunctionDescription[] functions =
            [.. template.Api.Functions.Concat(known.Functions).DistinctBy(function => function.LogicalId)];
        return new InProcessInvoker(assembly, functions, logs, options.Clock);
    }

    private static Gateway NewGateway(
        LocalTemplate template,
        LocalCloudOptions options,
        IInvoker invoker,
        LocalSignIn? signIn,
        Journal? journal,
        ILoggerFactory logs)
    {
        try
        {
            return new Gateway(
                template.Api,
                invoker,
                kid => signIn?.FindKey(kid),
                logs.CreateLogger("Gateway"),
                options.Clock,
                journal);
        }
        catch (TemplateException cause)
        {
            throw LocalTemplate.Unusable(options, cause);
        }
    }

    private static LocalObjectStore NewObjectStore(LocalCloudOptions options, LocalEvents events) => new(
        Path.Combine(options.DataFolder, "objects"),
        options.Bucket,
        ObjectStoreCredentials.ReadOrMake(options.DataFolder),
        options.Addresses.Site,
        options.Clock,
        newFile: null,
        events.Watch);
}

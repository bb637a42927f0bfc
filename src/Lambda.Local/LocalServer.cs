using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Lambda.Local;

/// <summary>The web server of a local cloud: where it listens, how long it waits, what it logs.</summary>
internal static class LocalServer
{
    // A line that ends in a line feed alone is two lines to one reader and one to another.
    private const string StrictLines = "Microsoft.AspNetCore.Server.Kestrel.DisableHttp1LineFeedTerminators";

    /// <summary>Where the lines of every local cloud of this process go.</summary>
    internal static Func<Stream> Terminal { get; set; } = System.Console.OpenStandardOutput;

    /// <param name="companion">Begins once requests are answered, and ends before they no longer are.</param>
    public static WebApplication Build(LocalCloudOptions options, IHostedService companion)
    {
        AppContext.SetSwitch(StrictLines, true);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        // A buffer for each connection that waits costs less, on a laptop, than being told first that there is data.
        builder.WebHost.UseKestrelCore().UseSockets(sockets => sockets.WaitForDataBeforeAllocatingBuffer = false);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // The gateway and the object store draw lines of their own.
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MaxRequestLineSize = 16 * 1024;
            for (var port = options.Port; port < options.Port + Origins.Count; port++)
                Listen(kestrel, options, port);
        });

        builder.Services.AddSingleton(companion);
        // A stalled upload would otherwise hold up Ctrl+C for half a minute.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(5));
        builder.Services.AddSingleton<ILoggerProvider>(_ => new PlainConsole(Terminal()));
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        // Nobody reads the activity that each request would otherwise get, with random numbers for its name.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
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
}

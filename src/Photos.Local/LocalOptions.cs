using System.Globalization;
using System.Net;
using Lambda.Local;

namespace Photos.Local;

/// <summary>What the person at the terminal asked for.</summary>
/// <param name="Port">The site's port; the API is one above, the pictures two above.</param>
/// <param name="Data">The folder that holds everything worth keeping.</param>
/// <param name="TokenFor">Print an access token of this account instead of serving; null to serve.</param>
internal sealed record LocalOptions(int Port, string Data, string? TokenFor)
{
    /// <summary>The word for serving one function, as Lambda starts it; no person needs to say it.</summary>
    public const string Function = "function";

    /// <summary>How events reach the functions.</summary>
    /// <remarks>
    /// A second late, as S3's are: a client that finishes its own upload is first, and only what it leaves is left to
    /// the event.
    /// </remarks>
    public DeliveryOptions Delivery { get; init; } = DeliveryOptions.Plain with { Delay = TimeSpan.FromSeconds(1) };

    public const string Usage =
        """
        Photos on this machine.

          dotnet run --project src/Photos.Local [-- OPTIONS]                serve the library until Ctrl+C
          dotnet run --project src/Photos.Local -- token NAME [OPTIONS]     print an access token for curl
          dotnet run --project src/Photos.Local -- verify [--help]          compare everything that is kept

          --port N     port of the site; the API is N+1, pictures N+2 (default 5080)
          --data DIR   where everything is kept (default .photos beside the solution)
          --isolated   give each function processes of its own, as Lambda does
          --events E   duplicate, delay=5s, or duplicate,delay=5s: every event twice, or late, to try the functions
          --event-log  print what each event leaves in the cloud's log too: a line of JSON with its metrics
          --listen IP  listen there too, not only on this machine: for ports that a container or a virtual machine
                       hands on, since pages and links keep the name localhost. Nobody can sign up then.
        """;

    private const int DefaultPort = 5080;

    /// <summary>Where everything is kept unless told otherwise.</summary>
    public static string DefaultData => Path.Combine(Root, ".photos");

    /// <summary>Where to listen besides the loopback interface; null for nowhere.</summary>
    public IPAddress? Listen { get; init; }

    /// <summary>Calls the functions as Lambda does, in processes of their own.</summary>
    public bool IsIsolated { get; init; }

    /// <summary>Prints the lines that events leave in the cloud's log.</summary>
    public bool LogsEvents { get; init; }

    /// <summary>Be such a process, instead of serving.</summary>
    public bool IsFunction { get; init; }

    /// <summary>The file of the records.</summary>
    public string Records => RecordsIn(Data);

    /// <summary>The file of the records of a data folder.</summary>
    public static string RecordsIn(string data) => Path.Combine(data, "photos.db");

    /// <summary>Folder of the checkout: it holds the template and the site.</summary>
    public static string Root { get; } = FindRoot();

    /// <exception cref="ArgumentException">The words make no sense; the message says which, and what would.</exception>
    public static LocalOptions From(IReadOnlyList<string> words)
    {
        var options = new LocalOptions(DefaultPort, DefaultData, null);
        for (var at = 0; at < words.Count; at += 2)
        {
            if (words[at] is "--isolated" or "--event-log" or Function)
            {
                options = words[at] switch
                {
                    Function => options with { IsFunction = true },
                    "--event-log" => options with { LogsEvents = true },
                    _ => options with { IsIsolated = true },
                };
                at--;
                continue;
            }

            if (at + 1 == words.Count)
                throw new ArgumentException($"'{words[at]}' needs a word behind it, or makes no sense. {Help}");

            var value = words[at + 1];
            options = words[at] switch
            {
                "--port" => options with { Port = PortFrom(value) },
                "--data" => options with { Data = Path.GetFullPath(value) },
                "--events" => options with { Delivery = DeliveryOptions.From(value) },
                "--listen" => options with { Listen = AddressFrom(value) },
                "token" => options with { TokenFor = value },
                _ => throw new ArgumentException($"'{words[at]}' is not an option. {Help}"),
            };
        }

        if (options is { TokenFor: not null, Listen: not null })
            throw new ArgumentException($"A token is printed without listening; leave out --listen. {Help}");

        return options;
    }

    private static string Help => "Say --help for what there is.";

    private static int PortFrom(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 1 and <= 65533
            ? port
            : throw new ArgumentException(
                $"A port is a number from 1 to 65533; the two above it are needed too. {Help}");

    private static IPAddress AddressFrom(string text) =>
        // Not TryParse alone, which takes "1" for 0.0.0.1.
        IPAddress.TryParse(text, out var address) && text.AsSpan().ContainsAny('.', ':') ? address
            : throw new ArgumentException($"'{text}' is no IP address; 0.0.0.0 stands for all of this machine. {Help}");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "serverless.template")))
                return folder.FullName;
        }

        throw new FileNotFoundException(
            "No folder above this program holds serverless.template; run it from a checkout.");
    }
}

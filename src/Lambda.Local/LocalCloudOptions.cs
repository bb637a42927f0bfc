using System.Net;
using System.Reflection;
using Lambda.Local.Console;

namespace Lambda.Local;

/// <summary>What a local cloud is made of.</summary>
public sealed record LocalCloudOptions
{
    /// <summary>Port of the site; the API and the media take the next two.</summary>
    public int Port { get; init; } = 5080;

    /// <summary>
    /// Where it listens besides the loopback interface; null for nowhere. The addresses stay those of
    /// <c>localhost</c>, the only name at which browsers sign in without TLS: this is for ports that a container or a
    /// virtual machine hands on.
    /// </summary>
    public IPAddress? Listen { get; init; }

    /// <summary>What whoever starts it has to know, in words for people; null when nobody else gets through.</summary>
    public string? Warning => IsExposed
        ? $"""
            WARNING: ports {Port} to {Port + 2} answer on {Listen}, to whoever can reach this machine there.
            Everything travels without TLS, so others on the way can read passwords, tokens and pictures.
            The name and the password of an account are all that it takes to get in. Nobody can create an account on
            the page. Browsers sign in at {Addresses.Site} only, so hand the three ports on under that name.
            """
        : null;

    /// <summary>Others than this machine may get through.</summary>
    internal bool IsExposed => Listen is not null && !IPAddress.IsLoopback(Listen);

    /// <summary>The <c>serverless.template</c> that lists the routes.</summary>
    public required string TemplatePath { get; init; }

    /// <summary>
    /// The file that the API answers with at <c>/openapi.json</c>, without asking for a token; null, or one that does
    /// not exist, for none.
    /// </summary>
    public string? OpenApiPath { get; init; }

    /// <summary>The folder of the site's files.</summary>
    public required string SiteFolder { get; init; }

    /// <summary>Where pictures, accounts and keys are kept; made where missing.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The compiled function set.</summary>
    public required Assembly Functions { get; init; }

    /// <summary>Gives each function processes of its own; null calls them all in this one.</summary>
    public IsolationOptions? Isolation { get; init; }

    /// <summary>Values of the template's parameters; the others have their defaults.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>Name of the object store's one bucket.</summary>
    public required string Bucket { get; init; }

    /// <summary>How events reach functions: plainly, or twice and late to try them.</summary>
    public DeliveryOptions Delivery { get; init; } = DeliveryOptions.Plain;

    /// <summary>Writes one line per request.</summary>
    public bool LogsRequests { get; init; } = true;

    /// <summary>
    /// Writes what each event leaves in the cloud's log too: one line of JSON with what became of it, and the metrics.
    /// </summary>
    public bool LogsEvents { get; init; }

    /// <summary>
    /// Serves the console at <c>/_local</c> of the API's origin, to this machine alone. It remembers the last requests.
    /// </summary>
    public bool HasConsole { get; init; } = true;

    /// <summary>What the console can show of an account; null for its name alone.</summary>
    public IAccountRecords? Records { get; init; }

    /// <summary>Decides what time it is.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The addresses that follow from <see cref="Port"/>.</summary>
    public LocalAddresses Addresses => LocalAddresses.At(Port);
}

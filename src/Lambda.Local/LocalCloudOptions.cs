using System.Reflection;
using Lambda.Local.Console;

namespace Lambda.Local;

/// <summary>What a local cloud is made of.</summary>
public sealed record LocalCloudOptions
{
    /// <summary>Port of the site; the API and the media take the next two.</summary>
    public int Port { get; init; } = 5080;

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

    /// <summary>Values of the template's parameters; the others have their defaults.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>Name of the object store's one bucket.</summary>
    public required string Bucket { get; init; }

    /// <summary>How events reach functions: plainly, or twice and late to try them.</summary>
    public DeliveryOptions Delivery { get; init; } = DeliveryOptions.Plain;

    /// <summary>Writes one line per request.</summary>
    public bool LogsRequests { get; init; } = true;

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

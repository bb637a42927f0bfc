using System.Diagnostics;
using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Lambda.Local.ObjectStore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Photos.Tests.Shared;
using Photos.Tests.Stores;

[assembly: AssemblyFixture(typeof(LocalS3))]
[assembly: AssemblyFixture(typeof(MotoS3))]

namespace Photos.Tests.Stores;

/// <summary>Our own object store, over a scratch folder, on a free loopback port.</summary>
public sealed class LocalS3 : IAsyncLifetime
{
    public const string Bucket = "photos";

    private readonly string _folder = Directory.CreateTempSubdirectory("photos-objects-").FullName;
    private WebApplication? _app;

    public AmazonS3Client Client { get; private set; } = null!;

    /// <summary>Where it keeps its files, as the data folder of a local cloud.</summary>
    internal string DataFolder => _folder;

    /// <summary>A client that takes the first answer, for what would be asked again in vain.</summary>
    internal AmazonS3Client NewImpatientClient() => new(
        new BasicAWSCredentials(Credentials.AccessKey, Credentials.SecretKey),
        new AmazonS3Config
        {
            ServiceURL = Url,
            ForcePathStyle = true,
            AuthenticationRegion = "us-east-1",
            MaxErrorRetry = 0,
        });

    internal string Url => _app!.Urls.Single();

    internal ObjectStoreCredentials Credentials => ObjectStoreCredentials.ReadOrMake(_folder);

    public async ValueTask InitializeAsync()
    {
        var credentials = Credentials;
        var site = new Uri("http://localhost:5080");
        var objects = Path.Combine(_folder, "objects");
        var store = new LocalObjectStore(objects, Bucket, credentials, site, TimeProvider.System);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(store.HandleAsync);
        await _app.StartAsync();
        Client = S3Client.For(Url, credentials.AccessKey, credentials.SecretKey);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app!.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>moto's S3 in a process of its own; <see cref="Client"/> is null where it is not installed.</summary>
public sealed class MotoS3 : IAsyncLifetime
{
    public const string Bucket = "photos";

    private Process? _process;

    public AmazonS3Client? Client { get; private set; }

    public async ValueTask InitializeAsync()
    {
        var port = Ports.Free();
        if (!TryStart(port))
            return;

        var client = S3Client.For($"http://127.0.0.1:{port}", "test", "test");
        for (var attempt = 0; Client is null; attempt++)
        {
            try
            {
                await client.PutBucketAsync(Bucket);
                Client = client;
            }
            catch (Exception error) when (
                error is AmazonClientException or HttpRequestException
                && !_process!.HasExited && attempt < 200)
            {
                // It says nowhere that it is listening, so knocking is the only way to know.
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (_process is null)
            return;

        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private bool TryStart(int port)
    {
        try
        {
            _process = Process.Start(new ProcessStartInfo("moto_server", ["-H", "127.0.0.1", "-p", $"{port}"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            });
            _process!.BeginOutputReadLine();
            _process.BeginErrorReadLine();
            return true;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}

using System.Net;
using System.Security.Cryptography;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Lambda.Local.ObjectStore;
using Lambda.Local.ObjectStore.Changes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Lambda.Tests.ObjectStore;

/// <summary>An object store on a free loopback port, over a folder of its own, and the SDK that talks to it.</summary>
internal sealed class StoreHost : IAsyncDisposable
{
    public const string Bucket = "pictures";
    public const string Site = "http://localhost:5080";

    private readonly WebApplication _app;

    private StoreHost(WebApplication app, string folder, HandClock clock, ObjectStoreCredentials credentials)
    {
        (_app, Folder, Clock, Credentials) = (app, folder, clock, credentials);
        S3 = Client(credentials.SecretKey);
    }

    public string Folder { get; }

    public HandClock Clock { get; }

    public ObjectStoreCredentials Credentials { get; }

    public AmazonS3Client S3 { get; }

    public HttpClient Http { get; } = new(new SocketsHttpHandler { UseProxy = false });

    public Uri Address => new(_app.Urls.Single());

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<StoreHost> StartAsync(
        string? folder = null, Func<string, FileStream>? newFile = null, ObjectWatch? watch = null)
    {
        var scratch = folder ?? Path.Combine(Path.GetTempPath(), $"store-{Guid.CreateVersion7():N}");
        var clock = new HandClock();
        var credentials = new ObjectStoreCredentials("TESTKEY", "a secret of the test");
        var store = new LocalObjectStore(scratch, Bucket, credentials, new Uri(Site), clock, newFile, watch);

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.Run(store.HandleAsync);
        await app.StartAsync(Ct);
        return new StoreHost(app, scratch, clock, credentials);
    }

    public AmazonS3Client Client(string secretKey) => new(
        new BasicAWSCredentials(Credentials.AccessKey, secretKey),
        new AmazonS3Config
        {
            ServiceURL = Address.ToString(),
            ForcePathStyle = true,
            AuthenticationRegion = "eu-central-1",
            MaxErrorRetry = 0,
        });

    /// <summary>The link for exactly these bytes, once, as the library makes it.</summary>
    public string UploadLink(
        string key, byte[] bytes, string type = "image/jpeg", Action<GetPreSignedUrlRequest>? change = null)
    {
        var request = new GetPreSignedUrlRequest
        {
            BucketName = Bucket,
            Key = key,
            Verb = HttpVerb.PUT,
            Protocol = Protocol.HTTP,
            Expires = TimeProvider.System.GetUtcNow().AddMinutes(10).UtcDateTime,
            ContentType = type,
        };
        request.Headers.ContentLength = bytes.Length;
        request.Headers["x-amz-checksum-sha256"] = Convert.ToBase64String(SHA256.HashData(bytes));
        request.Headers["if-none-match"] = "*";
        change?.Invoke(request);
        return S3.GetPreSignedURL(request);
    }

    public string DownloadLink(string key, Action<GetPreSignedUrlRequest>? change = null)
    {
        var request = new GetPreSignedUrlRequest
        {
            BucketName = Bucket,
            Key = key,
            Verb = HttpVerb.GET,
            Protocol = Protocol.HTTP,
            Expires = TimeProvider.System.GetUtcNow().AddMinutes(10).UtcDateTime,
        };
        change?.Invoke(request);
        return S3.GetPreSignedURL(request);
    }

    /// <summary>The PUT of a client that follows the recipe, unless the test changes it.</summary>
    public async Task<Refusal> PutAsync(
        string link, byte[] bytes, string type = "image/jpeg", Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, link) { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.Add("content-type", type);
        request.Headers.Add("x-amz-checksum-sha256", Convert.ToBase64String(SHA256.HashData(bytes)));
        request.Headers.TryAddWithoutValidation("if-none-match", "*");
        change?.Invoke(request);

        using var answer = await Http.SendAsync(request, Ct);
        return await Refusal.OfAsync(answer);
    }

    /// <summary>Stores a small object by the recipe and expects no objection.</summary>
    public async Task StoreAsync(string key, byte[] bytes) =>
        Assert.Equal(Refusal.None, await PutAsync(UploadLink(key, bytes), bytes));

    /// <summary>Every file below the folder, whole objects and leftovers alike.</summary>
    public string[] Files() => Directory.GetFiles(Folder, "*", SearchOption.AllDirectories);

    public async ValueTask DisposeAsync()
    {
        S3.Dispose();
        Http.Dispose();
        await _app.DisposeAsync();
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
    }
}

using Amazon.Runtime;
using Amazon.S3;
using Lambda.Local;
using Lambda.Local.Console;
using Lambda.Local.ObjectStore;
using Lambda.Local.SignIn;
using Microsoft.Extensions.DependencyInjection;
using Photos.Aws;
using Photos.Embedded;
using Photos.Functions;

namespace Photos.Local;

/// <summary>The function set on this machine: exactly as Lambda builds it, except for where it keeps things.</summary>
internal static class LocalLibrary
{
    private const string Bucket = "photos";

    private static readonly TimeSpan TokenLifetime = TimeSpan.FromHours(12);

    /// <summary>Serves until somebody stops it.</summary>
    public static async Task ServeAsync(LocalOptions options)
    {
        // Keys first: with them comes the folder, open to its owner alone, which the records need as much.
        ObjectStoreCredentials.ReadOrMake(options.Data);
        // Checked while the rest is made; nothing asks it anything before requests come in.
        var opening = Task.Run(
            () => Database.OpenAsync(options.Records, () => LocalCloud.HasObjects(options.Data), default));
        var database = Database.At(options.Records);

        if (CloudOptions(options).Warning is { } warning)
            Console.Error.WriteLine(warning);

        await using var cloud = Build(
            options,
            services => services.AddEmbeddedRecords(database),
            new LocalRecords(new OwnerRecords(database)));
        await opening;
        await cloud.StartAsync(default);
        Console.Out.WriteLine(
            $"""
            Photos is running.
              site      {cloud.Addresses.Site}
              API       {cloud.Addresses.Api}
              pictures  {cloud.Addresses.Media}
              console   {cloud.Addresses.Console}
              data      {options.Data}
            Stop it with Ctrl+C.
            """);
        await cloud.WaitForShutdownAsync(default);
    }

    /// <summary>Prints a token for curl; on the error stream, the password of an account that it had to make.</summary>
    public static void PrintToken(LocalOptions options, string account)
    {
        var issued = NewToken(options, account);
        if (issued.NewPassword is not null)
            Console.Error.WriteLine($"Made the account {account}; its password on the page is {issued.NewPassword}");

        Console.Out.WriteLine(issued.Token);
    }

    /// <summary>A token of an account, which is made when it is missing.</summary>
    public static IssuedToken NewToken(LocalOptions options, string account) =>
        LocalCloud.OpenSignIn(CloudOptions(options)).IssueAccessToken(account, TokenLifetime);

    /// <summary>The cloud with the functions in it: pictures in its own object store, records where is said.</summary>
    /// <param name="shown">The records as the console shows them; null for a console without them.</param>
    public static LocalCloud Build(
        LocalOptions options, Action<IServiceCollection> records, IAccountRecords? shown = null)
    {
        // Functions in processes of their own do this there.
        if (!options.IsIsolated)
            KeepThings(options, records);

        return LocalCloud.Build(CloudOptions(options) with { Records = shown });
    }

    /// <summary>Tells the functions of this process where things are kept.</summary>
    public static void KeepThings(LocalOptions options, Action<IServiceCollection> records)
    {
        var media = LocalAddresses.At(options.Port).Media;
        var credentials = ObjectStoreCredentials.ReadOrMake(options.Data);
        Startup.Storage = services =>
        {
            records(services);
            services.AddSingleton<IAmazonS3>(ObjectStoreClient(media, credentials)).AddS3Images(Bucket);
        };
    }

    private static LocalCloudOptions CloudOptions(LocalOptions options) => new()
    {
        Port = options.Port,
        Listen = options.Listen,
        TemplatePath = Path.Combine(LocalOptions.Root, "serverless.template"),
        OpenApiPath = Path.Combine(LocalOptions.Root, "openapi.json"),
        SiteFolder = Path.Combine(LocalOptions.Root, "www"),
        DataFolder = options.Data,
        Functions = typeof(Startup).Assembly,
        Isolation = options.IsIsolated ? new IsolationOptions { Program = LocalFunction.Program(options) } : null,
        Bucket = Bucket,
        LogsEvents = options.LogsEvents,
        Delivery = options.Delivery,
        Parameters = new Dictionary<string, string>
        {
            ["Stage"] = "local",
            ["SiteOrigin"] = LocalAddresses.At(options.Port).Site.GetLeftPart(UriPartial.Authority),
        },
    };

    private static AmazonS3Client ObjectStoreClient(Uri media, ObjectStoreCredentials credentials) => new(
        new AmazonS3Config
        {
            ServiceURL = media.AbsoluteUri,
            ForcePathStyle = true,
            AuthenticationRegion = "local",
            DefaultAWSCredentials = new BasicAWSCredentials(credentials.AccessKey, credentials.SecretKey),
        });
}

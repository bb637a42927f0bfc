using System.Globalization;
using Amazon.Lambda.Annotations;
using Microsoft.Extensions.DependencyInjection;
using Photos.Aws;
using Photos.Books;
using Photos.Functions.Http;
using Photos.Functions.Views;
using Photos.Library;
using Photos.Todos;
using Photos.Users;

namespace Photos.Functions;

/// <summary>What every function is made with.</summary>
/// <response code="4XX" contentType="application/problem+json"><see cref="ProblemView"/> A refusal.</response>
[LambdaStartup]
public sealed class Startup
{
    /// <summary>
    /// Where things are kept: DynamoDB and S3, unless a program that calls the functions itself puts other stores in
    /// place before it makes the first of them.
    /// </summary>
    public static Action<IServiceCollection> Storage { get; set; } = services =>
        services.AddAwsStorage(Setting("TABLE_NAME"), Setting("PHOTO_BUCKET"));

    /// <summary>Called once by each function's generated handler, while Lambda initialises it.</summary>
    public void ConfigureServices(IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(Deployment.Of(Setting("STAGE")));
        services.AddSingleton(UsageLimits.Default with { QuotaBytes = Number("QUOTA_BYTES") });
        services.AddSingleton<UsageMeter>();
        services.AddSingleton<Cursors>();
        services.AddSingleton<Once>();
        services.AddSingleton<PhotoLibrary>();
        services.AddSingleton<PhotoChanges>();
        services.AddSingleton<PhotoTrash>();
        services.AddSingleton<PhotoBatches>();
        services.AddSingleton<UploadFinisher>();
        services.AddSingleton<PhotoUploads>();
        services.AddSingleton<PhotoArrivals>();
        services.AddSingleton<PhotoSweep>();
        services.AddSingleton<PhotoRenditions>();
        services.AddSingleton<PhotoPresenter>();
        services.AddSingleton<BookShelf>();
        services.AddSingleton<TodoShelf>();
        services.AddSingleton<UserProfiles>();
        Storage(services);
    }

    private static long Number(string name) =>
        long.TryParse(Setting(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new InvalidOperationException($"{name} is no whole number; serverless.template should set one.");

    private static string Setting(string name) =>
#pragma warning disable RS0030 // The one place that reads the environment: the template fills it.
        Environment.GetEnvironmentVariable(name)
#pragma warning restore RS0030
        ?? throw new InvalidOperationException($"{name} is not set; serverless.template should set it.");
}

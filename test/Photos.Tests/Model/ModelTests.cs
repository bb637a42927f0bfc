using System.Globalization;
using System.Security.Cryptography;
using Amazon.DynamoDBv2;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Photos.Aws;
using Photos.Embedded;
using Photos.Tests.Stores;

namespace Photos.Tests.Model;

/// <summary>
/// Whatever two people do in whatever order, the functions answer as a model of a few hundred lines does
/// (decision 0034). <c>PHOTOS_STORIES</c> says how many stories, <c>PHOTOS_SEED</c> with which to begin.
/// </summary>
public sealed class ModelTests(Dynalite dynalite, ITestOutputHelper output) : IDisposable
{
    // What survives a power cut is SQLite's own affair, so the file may be in memory where there is such a folder.
    private readonly DirectoryInfo _folder = Directory.Exists("/dev/shm")
        ? Directory.CreateDirectory($"/dev/shm/photos-{Guid.CreateVersion7():N}")
        : Directory.CreateTempSubdirectory("photos-");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public Task On_a_laptop_everything_is_as_the_model_says() => PlayAsync(
        2000,
        async () =>
        {
            var file = Path.Combine(_folder.FullName, $"{Guid.CreateVersion7():N}.db");
            return Provider(new ServiceCollection().AddEmbeddedRecords(await Database.OpenAsync(file, Ct)));
        });

    // A request to the double takes a hundred times as long as one to SQLite, so that home gets fewer.
    [Fact]
    public Task In_the_cloud_everything_is_as_the_model_says() => PlayAsync(
        60,
        async () => Provider(new ServiceCollection()
            .AddSingleton<IAmazonDynamoDB>(dynalite.ClientThrough(new Roles()))
            .AddDynamoRecords(await dynalite.NewTableAsync(Ct))));

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private static ServiceProvider Provider(IServiceCollection services) => services.BuildServiceProvider();

    private async Task PlayAsync(int count, Func<Task<IServiceProvider>> newRecords)
    {
        var seed = Number("PHOTOS_SEED") ?? (ulong)RandomNumberGenerator.GetInt32(int.MaxValue);
        var stories = (int?)Number("PHOTOS_STORIES") ?? count;

        var (isRight, report) = await new Theatre(newRecords).PlayAsync(seed, stories);

        output.WriteLine(report);
        Assert.True(isRight, report);
    }

    private static ulong? Number(string variable) =>
        Environment.GetEnvironmentVariables()[variable] is string text
            ? ulong.Parse(text, CultureInfo.InvariantCulture)
            : null;
}

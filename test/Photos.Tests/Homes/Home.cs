using Amazon.DynamoDBv2;
using Lambda.Local;
using Lambda.Local.ObjectStore;
using Microsoft.Extensions.DependencyInjection;
using Photos.Aws;
using Photos.Embedded;
using Photos.Local;
using Photos.Tests.Shared;
using Photos.Tests.Stores;

namespace Photos.Tests.Homes;

/// <summary>The whole library in this process, on free ports; subclasses say where records go.</summary>
public abstract class Home : IAsyncLifetime
{
    // The functions' storage is one static seam, so homes are built one after the other.
    private static readonly SemaphoreSlim Building = new(1);

    private readonly int _port = Ports.FirstOf(3);
    private LocalCloud? _cloud;
    private int _accounts;

    private protected string Data { get; } = Directory.CreateTempSubdirectory("photos-home-").FullName;

    public async ValueTask InitializeAsync()
    {
        var records = await RecordsAsync();
        await Building.WaitAsync();
        try
        {
            _cloud = LocalLibrary.Build(Options, records);
        }
        finally
        {
            Building.Release();
        }

        await _cloud.StartAsync(default);
        RunLog.Hide(ObjectStoreCredentials.ReadOrMake(Data).SecretKey);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(Data, recursive: true);
    }

    /// <summary>Returns when all is answered and printed.</summary>
    internal async Task StopAsync()
    {
        if (_cloud is not null)
            await _cloud.DisposeAsync();
        _cloud = null;
    }

    internal Visitor Anybody() => new(_cloud!.Addresses.Api, token: null);

    internal Visitor NewAccount()
    {
        var account = $"visitor {Interlocked.Increment(ref _accounts)}";
        return new Visitor(_cloud!.Addresses.Api, LocalLibrary.NewToken(Options, account).Token);
    }

    private protected abstract Task<Action<IServiceCollection>> RecordsAsync();

    private protected virtual bool IsIsolated => false;

    private LocalOptions Options => new(_port, Data, TokenFor: null) { IsIsolated = IsIsolated, LogsEvents = true };
}

/// <summary>The laptop's home: records in SQLite.</summary>
public class EmbeddedHome : Home
{
    private protected override async Task<Action<IServiceCollection>> RecordsAsync()
    {
        var database = await Database.OpenAsync(Path.Combine(Data, "photos.db"), default);
        return services => services.AddEmbeddedRecords(database);
    }
}

/// <summary>The laptop's home with each function in processes of its own, as Lambda runs them.</summary>
public sealed class IsolatedHome : EmbeddedHome
{
    private protected override bool IsIsolated => true;
}

/// <summary>The cloud's home as far as it fits on a laptop: records in DynamoDB's double.</summary>
public sealed class DynamoHome(Dynalite dynalite) : Home
{
    private protected override async Task<Action<IServiceCollection>> RecordsAsync()
    {
        var table = await dynalite.NewTableAsync(default);
        return services => services.AddSingleton<IAmazonDynamoDB>(dynalite.Client).AddDynamoRecords(table);
    }
}

public sealed class LibraryOnALaptopTests(EmbeddedHome home) : LibraryContract(home), IClassFixture<EmbeddedHome>;

public sealed class LibraryInProcessesTests(IsolatedHome home) : LibraryContract(home), IClassFixture<IsolatedHome>;

public sealed class LibraryInTheCloudTests(DynamoHome home) : LibraryContract(home), IClassFixture<DynamoHome>;

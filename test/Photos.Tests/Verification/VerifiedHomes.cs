using Amazon.DynamoDBv2;
using Lambda.Local.ObjectStore;
using Microsoft.Extensions.DependencyInjection;
using Photos.Aws;
using Photos.Embedded;
using Photos.Local;
using Photos.Tests.Homes;
using Photos.Tests.Stores;
using Photos.Verification;

namespace Photos.Tests.Verification;

/// <summary>A whole library in this process that can be verified while it serves.</summary>
public abstract class VerifiedHome : Home
{
    internal abstract LibraryStores Stores { get; }

    private protected LocalInventory Objects => new(new StoredObjects(Data));
}

/// <summary>The laptop's.</summary>
public sealed class VerifiedEmbeddedHome : VerifiedHome
{
    private Database _database = null!;

    internal override LibraryStores Stores => new(
        new SqliteInventory(_database),
        Objects,
        new SqlitePhotoStore(_database),
        new SqliteBookStore(_database),
        new SqliteTodoStore(_database),
        new SqliteUsageStore(_database));

    private protected override async Task<Action<IServiceCollection>> RecordsAsync()
    {
        _database = await Database.OpenAsync(Path.Combine(Data, "photos.db"), default);
        return services => services.AddEmbeddedRecords(_database);
    }
}

/// <summary>The cloud's, as far as it fits on a laptop.</summary>
public sealed class VerifiedDynamoHome(Dynalite dynalite) : VerifiedHome
{
    private string _table = "";

    internal override LibraryStores Stores => new(
        new DynamoInventory(dynalite.Client, _table),
        Objects,
        new DynamoPhotoStore(dynalite.Client, _table),
        new DynamoBookStore(dynalite.Client, _table),
        new DynamoTodoStore(dynalite.Client, _table),
        new DynamoUsageStore(dynalite.Client, _table));

    private protected override async Task<Action<IServiceCollection>> RecordsAsync()
    {
        _table = await dynalite.NewTableAsync(default);
        return services => services.AddSingleton<IAmazonDynamoDB>(dynalite.Client).AddDynamoRecords(_table);
    }
}

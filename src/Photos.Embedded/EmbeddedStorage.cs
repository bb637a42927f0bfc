using Microsoft.Extensions.DependencyInjection;
using Photos.Library;

namespace Photos.Embedded;

/// <summary>Puts the laptop's record stores in place.</summary>
public static class EmbeddedStorage
{
    /// <summary>Every store of records, on one database file that all of them share.</summary>
    public static IServiceCollection AddEmbeddedRecords(this IServiceCollection services, Database database) => services
        .AddSingleton<IPhotoStore>(_ => new SqlitePhotoStore(database))
        .AddSingleton<IUsageStore>(_ => new SqliteUsageStore(database));
}

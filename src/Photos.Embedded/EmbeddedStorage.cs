using Microsoft.Extensions.DependencyInjection;
using Photos.Books;
using Photos.Keys;
using Photos.Library;
using Photos.Repeats;
using Photos.Todos;
using Photos.Users;

namespace Photos.Embedded;

/// <summary>Puts the laptop's record stores in place.</summary>
public static class EmbeddedStorage
{
    /// <summary>Every store of records, on one database file that all of them share.</summary>
    public static IServiceCollection AddEmbeddedRecords(this IServiceCollection services, Database database) => services
        .AddSingleton<IPhotoStore>(_ => new SqlitePhotoStore(database))
        .AddSingleton<IUsageStore>(_ => new SqliteUsageStore(database))
        .AddSingleton<IBookStore>(_ => new SqliteBookStore(database))
        .AddSingleton<ITodoStore>(_ => new SqliteTodoStore(database))
        .AddSingleton<IUserStore>(_ => new SqliteUserStore(database))
        .AddSingleton<IRequestStore>(_ => new SqliteRequestStore(database))
        .AddSingleton<IKeyStore>(_ => new SqliteKeyStore(database));
}

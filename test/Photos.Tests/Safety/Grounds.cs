using Amazon.Runtime;
using Photos.Aws;
using Photos.Embedded;
using Photos.Library;
using Photos.Tests.Stores;
using Photos.Verification;

namespace Photos.Tests.Safety;

/// <summary>Where a world keeps its records, and where a gate stands in front of them.</summary>
internal interface IGround
{
    IPhotoStore Photos { get; }

    IUsageStore Usage { get; }

    /// <summary>The same as a verification sees it, together with the pictures of one world.</summary>
    LibraryStores Kept(IObjectInventory objects);

    (IPhotoStore Photos, IUsageStore Usage) Behind(Gate gate);
}

/// <summary>SQLite: each call of a port is one transaction, so the gate stands before the port.</summary>
internal sealed class SqliteGround(Database database) : IGround
{
    public IPhotoStore Photos { get; } = new SqlitePhotoStore(database);

    public IUsageStore Usage { get; } = new SqliteUsageStore(database);

    public LibraryStores Kept(IObjectInventory objects) => new(
        new SqliteInventory(database),
        objects,
        Photos,
        new SqliteBookStore(database),
        new SqliteTodoStore(database),
        Usage);

    public (IPhotoStore Photos, IUsageStore Usage) Behind(Gate gate) =>
        (new FaultyPhotoStore(Photos, gate), new FaultyUsageStore(Usage, gate));
}

/// <summary>DynamoDB: one call of a port can be several requests, so the gate stands before each of those.</summary>
internal sealed class DynamoGround(Dynalite dynalite, string table) : IGround
{
    public IPhotoStore Photos { get; } = new DynamoPhotoStore(dynalite.Client, table);

    public IUsageStore Usage { get; } = new DynamoUsageStore(dynalite.Client, table);

    public LibraryStores Kept(IObjectInventory objects) => new(
        new DynamoInventory(dynalite.Client, table),
        objects,
        Photos,
        new DynamoBookStore(dynalite.Client, table),
        new DynamoTodoStore(dynalite.Client, table),
        Usage);

    public (IPhotoStore Photos, IUsageStore Usage) Behind(Gate gate)
    {
        var client = dynalite.ClientThrough(new FaultyHttp(gate));
        return (new DynamoPhotoStore(client, table), new DynamoUsageStore(client, table));
    }

    private sealed class FaultyHttp(Gate gate) : HttpClientFactory
    {
        private static readonly SocketsHttpHandler Sockets = new() { UseProxy = false };

        public override HttpClient CreateHttpClient(IClientConfig clientConfig) =>
            new(new GatedHandler(gate) { InnerHandler = Sockets }, disposeHandler: false);

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;
    }

    private sealed class GatedHandler(Gate gate) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct) =>
            gate.CallAsync(() => base.SendAsync(request, ct));
    }
}

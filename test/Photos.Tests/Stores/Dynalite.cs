using System.Diagnostics;
using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using Photos.Tests.Stores;
using Photos.Tests.Shared;

[assembly: AssemblyFixture(typeof(Dynalite))]

namespace Photos.Tests.Stores;

/// <summary>One dynalite (DynamoDB in Node) for the whole test run, on a free loopback port.</summary>
public sealed class Dynalite : IAsyncLifetime
{
    private static readonly BasicAWSCredentials Credentials = new("test", "test");

    private Process? _process;

    public AmazonDynamoDBClient Client { get; private set; } = null!;

    public string Url { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var packages = await NodePackages.EnsureAsync();
        var port = Ports.Free();
        Url = $"http://127.0.0.1:{port}";
        var script = Path.Combine(packages, "dynalite", "cli.js");
        string[] arguments = [script, "--host", "127.0.0.1", "--port", $"{port}", "--createTableMs", "1"];
        _process = Process.Start(new ProcessStartInfo("node", arguments) { RedirectStandardOutput = true })!;

        // Its first line says that it listens; null says that it has ended.
        var line = await _process.StandardOutput.ReadLineAsync();
        Assert.StartsWith("Dynalite listening", line, StringComparison.Ordinal);

        Client = new AmazonDynamoDBClient(Credentials, NewConfig());
    }

    /// <summary>A client whose requests pass another's hands, and are not sent again behind them.</summary>
    public AmazonDynamoDBClient ClientThrough(HttpClientFactory http)
    {
        var config = NewConfig();
        (config.HttpClientFactory, config.MaxErrorRetry) = (http, 0);
        return new AmazonDynamoDBClient(Credentials, config);
    }

    /// <summary>A table with the keys and indexes of <c>serverless.template</c>, and a name of its own.</summary>
    public async Task<string> NewTableAsync(CancellationToken ct)
    {
        var name = $"table-{Guid.CreateVersion7():N}";
        var text = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "serverless.template"), ct);
        using var template = JsonDocument.Parse(text);
        var table = template.RootElement.GetProperty("Resources").GetProperty("LibraryTable").GetProperty("Properties");

        await Client.CreateTableAsync(
            new()
            {
                TableName = name,
                BillingMode = BillingMode.PAY_PER_REQUEST,
                AttributeDefinitions = Each(table, "AttributeDefinitions", Attribute),
                KeySchema = Each(table, "KeySchema", Key),
                LocalSecondaryIndexes = Each(table, "LocalSecondaryIndexes", Index),
                GlobalSecondaryIndexes = Each(table, "GlobalSecondaryIndexes", GlobalIndex),
            },
            ct);

        TableStatus? status;
        do
            status = (await Client.DescribeTableAsync(name, ct)).Table.TableStatus;
        while (status != TableStatus.ACTIVE);

        return name;
    }

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (_process is null)
            return;

        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    // Without a region the SDK looks for one in files and by exceptions, at every call.
    private AmazonDynamoDBConfig NewConfig() => new() { ServiceURL = Url, AuthenticationRegion = "us-east-1" };

    private static List<T> Each<T>(JsonElement owner, string member, Func<JsonElement, T> read) =>
        [.. owner.GetProperty(member).EnumerateArray().Select(read)];

    private static AttributeDefinition Attribute(JsonElement attribute) =>
        new(Text(attribute, "AttributeName"), Text(attribute, "AttributeType"));

    private static KeySchemaElement Key(JsonElement key) => new(Text(key, "AttributeName"), Text(key, "KeyType"));

    private static LocalSecondaryIndex Index(JsonElement index) => new()
    {
        IndexName = Text(index, "IndexName"),
        KeySchema = Each(index, "KeySchema", Key),
        Projection = Projection(index.GetProperty("Projection")),
    };

    private static GlobalSecondaryIndex GlobalIndex(JsonElement index) => new()
    {
        IndexName = Text(index, "IndexName"),
        KeySchema = Each(index, "KeySchema", Key),
        Projection = Projection(index.GetProperty("Projection")),
    };

    private static Projection Projection(JsonElement projection) => new()
    {
        ProjectionType = Text(projection, "ProjectionType"),
        NonKeyAttributes = projection.TryGetProperty("NonKeyAttributes", out _)
            ? Each(projection, "NonKeyAttributes", name => name.GetString()!)
            : null,
    };

    private static string Text(JsonElement owner, string member) => owner.GetProperty(member).GetString()!;
}

using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.S3;
using Lambda.Local;
using Lambda.Local.ObjectStore;
using Microsoft.Data.Sqlite;
using Photos.Aws;
using Photos.Embedded;
using Photos.Verification;

namespace Photos.Local;

/// <summary>Verifies a library, here or in an AWS account, and tells the person at the terminal.</summary>
internal static class VerifyCommand
{
    private const int Sound = 0;
    private const int Deviates = 1;
    private const int NotVerified = 2;

    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> words)
    {
        if (words is ["--help" or "-h"])
        {
            Console.Out.WriteLine(VerifyOptions.Usage);
            return Sound;
        }

        // Whatever keeps it from looking is told in one sentence, as at the start of the library.
        try
        {
            var options = VerifyOptions.From(words);
            var stores = options.Table is null ? await HereAsync(options) : InCloud(options);
            var verifier = new LibraryVerifier(stores, options.Rescued, TimeProvider.System);
            var tally = await verifier.RunAsync(options.Repair, Console.Out.WriteLine, default);
            Console.Out.WriteLine($"{tally}");
            return tally.Deviations == 0 ? Sound : Deviates;
        }
        catch (Exception error) when (error is ArgumentException or LocalStartException or InvalidDataException
            or IOException or UnauthorizedAccessException or SqliteException or HttpRequestException
            or AmazonServiceException or AmazonClientException)
        {
            Console.Error.WriteLine($"Not verified: {error.Message}");
            return NotVerified;
        }
    }

    private static async Task<LibraryStores> HereAsync(VerifyOptions options)
    {
        var database = await Database.OpenExistingAsync(LocalOptions.RecordsIn(options.Data), default);
        return new LibraryStores(
            new SqliteInventory(database),
            new LocalInventory(new StoredObjects(options.Data)),
            new SqlitePhotoStore(database),
            new SqliteBookStore(database),
            new SqliteTodoStore(database),
            new SqliteUsageStore(database));
    }

    private static LibraryStores InCloud(VerifyOptions options)
    {
        var (table, bucket) = (options.Table!, options.Bucket!);
        var dynamo = new AmazonDynamoDBClient(At(new AmazonDynamoDBConfig(), options.Dynamo));
        var s3 = new AmazonS3Client(At(new AmazonS3Config { ForcePathStyle = options.S3 is not null }, options.S3));
        return new LibraryStores(
            new DynamoInventory(dynamo, table),
            new S3Inventory(s3, bucket),
            new DynamoPhotoStore(dynamo, table),
            new DynamoBookStore(dynamo, table),
            new DynamoTodoStore(dynamo, table),
            new DynamoUsageStore(dynamo, table));
    }

    private static T At<T>(T config, Uri? address)
        where T : ClientConfig
    {
        if (address is not null)
            config.ServiceURL = address.AbsoluteUri;

        return config;
    }
}

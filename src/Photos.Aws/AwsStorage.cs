using Amazon.DynamoDBv2;
using Amazon.S3;
using Microsoft.Extensions.DependencyInjection;
using Photos.Books;
using Photos.Keys;
using Photos.Library;
using Photos.Repeats;
using Photos.Todos;
using Photos.Users;

namespace Photos.Aws;

/// <summary>Puts the cloud's stores in place: records in DynamoDB, pictures in S3.</summary>
public static class AwsStorage
{
    /// <summary>Both stores, with clients configured by the environment as the SDK defines it.</summary>
    /// <param name="services">Where they are registered.</param>
    /// <param name="table">The name of the table that <c>serverless.template</c> describes.</param>
    /// <param name="bucket">The name of the photo bucket.</param>
    public static IServiceCollection AddAwsStorage(this IServiceCollection services, string table, string bucket) =>
        services
            .AddSingleton<IAmazonDynamoDB>(_ => new AmazonDynamoDBClient())
            .AddDynamoRecords(table)
            .AddSingleton<IAmazonS3>(_ => new AmazonS3Client())
            .AddS3Images(bucket);

    /// <summary>Every store of records, in one table of whatever speaks DynamoDB's protocol.</summary>
    /// <remarks>An <see cref="IAmazonDynamoDB"/> has to be registered.</remarks>
    public static IServiceCollection AddDynamoRecords(this IServiceCollection services, string table) => services
        .AddSingleton<IPhotoStore>(provider => new DynamoPhotoStore(Dynamo(provider), table))
        .AddSingleton<IUsageStore>(provider => new DynamoUsageStore(Dynamo(provider), table))
        .AddSingleton<IBookStore>(provider => new DynamoBookStore(Dynamo(provider), table))
        .AddSingleton<ITodoStore>(provider => new DynamoTodoStore(Dynamo(provider), table))
        .AddSingleton<IUserStore>(provider => new DynamoUserStore(Dynamo(provider), table))
        .AddSingleton<IRequestStore>(provider => new DynamoRequestStore(Dynamo(provider), table))
        .AddSingleton<IKeyStore>(provider => new DynamoKeyStore(Dynamo(provider), table));

    /// <summary>Pictures in a bucket of whatever speaks S3's protocol.</summary>
    /// <remarks>An <see cref="IAmazonS3"/> and a <see cref="TimeProvider"/> have to be registered.</remarks>
    public static IServiceCollection AddS3Images(this IServiceCollection services, string bucket) => services
        .AddSingleton<IImageStore>(provider => new S3ImageStore(
            provider.GetRequiredService<IAmazonS3>(), bucket, provider.GetRequiredService<TimeProvider>()));

    private static IAmazonDynamoDB Dynamo(IServiceProvider provider) => provider.GetRequiredService<IAmazonDynamoDB>();
}

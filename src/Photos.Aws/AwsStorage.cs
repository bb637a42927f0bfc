using Amazon.DynamoDBv2;
using Amazon.S3;
using Microsoft.Extensions.DependencyInjection;
using Photos.Library;

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
            .AddSingleton<IPhotoStore>(provider => new DynamoPhotoStore(
                provider.GetRequiredService<IAmazonDynamoDB>(), table))
            .AddSingleton<IUsageStore>(provider => new DynamoUsageStore(
                provider.GetRequiredService<IAmazonDynamoDB>(), table))
            .AddSingleton<IAmazonS3>(_ => new AmazonS3Client())
            .AddS3Images(bucket);

    /// <summary>Pictures in a bucket of whatever speaks S3's protocol.</summary>
    /// <remarks>An <see cref="IAmazonS3"/> and a <see cref="TimeProvider"/> have to be registered.</remarks>
    public static IServiceCollection AddS3Images(this IServiceCollection services, string bucket) => services
        .AddSingleton<IImageStore>(provider => new S3ImageStore(
            provider.GetRequiredService<IAmazonS3>(), bucket, provider.GetRequiredService<TimeProvider>()));
}

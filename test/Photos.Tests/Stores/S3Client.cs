using Amazon.Runtime;
using Amazon.S3;

namespace Photos.Tests.Stores;

internal static class S3Client
{
    public static AmazonS3Client For(string url, string accessKey, string secretKey) => new(
        new AmazonS3Config
        {
            ServiceURL = url,
            ForcePathStyle = true,
            AuthenticationRegion = "us-east-1",
            DefaultAWSCredentials = new BasicAWSCredentials(accessKey, secretKey),
        });
}

using System.Net;
using System.Runtime.CompilerServices;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Photos.Verification;

namespace Photos.Aws;

/// <summary>All objects of one bucket: of S3, or of anything else that speaks its protocol.</summary>
/// <param name="s3">The client.</param>
/// <param name="bucket">The bucket's name.</param>
public sealed class S3Inventory(IAmazonS3 s3, string bucket) : IObjectInventory
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<string> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken ct)
    {
        var request = new ListObjectsV2Request { BucketName = bucket, Prefix = prefix };
        for (ListObjectsV2Response? page = null; page is null or { IsTruncated: true };)
        {
            request.ContinuationToken = page?.NextContinuationToken;
            page = await s3.ListObjectsV2Async(request, ct);
            foreach (var stored in page.S3Objects ?? [])
                yield return stored.Key;
        }
    }

    /// <inheritdoc/>
    /// <remarks>The client compares the bytes with the checksum that the store keeps of them.</remarks>
    public async Task<bool> CopyToAsync(string key, Stream target, CancellationToken ct)
    {
        try
        {
            using var found = await s3.GetObjectAsync(bucket, key, ct);
            await found.ResponseStream.CopyToAsync(target, ct);
            return true;
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound)
        {
            return false;
        }
        catch (Exception failure) when (IsOfObject(failure) && !ct.IsCancellationRequested)
        {
            throw new InvalidDataException($"the store does not deliver it: {failure.Message}", failure);
        }
    }

    /// <inheritdoc/>
    public Task RemoveAsync(string key, CancellationToken ct) => s3.DeleteObjectAsync(bucket, key, ct);

    // Tried again by the client before it gives up. What is refused is refused for every object.
    private static bool IsOfObject(Exception failure) => failure switch
    {
        AmazonS3Exception answer => answer.StatusCode >= HttpStatusCode.InternalServerError,
        _ => failure is AmazonClientException or HttpRequestException or IOException,
    };
}

using System.Globalization;
using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using Photos.Library;

namespace Photos.Aws;

/// <summary>Pictures as objects of one bucket: of S3, or of anything else that speaks its protocol.</summary>
/// <param name="s3">The client; the credentials of its configuration, or of the environment, sign the links.</param>
/// <param name="bucket">The bucket's name.</param>
/// <param name="clock">Tells when a link to upload begins to live.</param>
public sealed class S3ImageStore(IAmazonS3 s3, string bucket, TimeProvider clock) : IImageStore
{
    private const string ChecksumHeader = "x-amz-checksum-sha256";
    private const string TagsHeader = "x-amz-tagging";

    // The bucket's lifecycle removes what still has this tag after three days.
    private const string Provisional = "state=pending";

    private static readonly Dictionary<string, string> Nothing = [];

    private readonly LinkSigner _links = new(s3, bucket);

    /// <inheritdoc/>
    /// <remarks>
    /// Every header set here becomes part of the signature, the length included; <c>if-none-match</c> makes the key
    /// write-once, so a link that leaks can at most repeat the same bytes, and is refused even that.
    /// </remarks>
    public async Task<SignedUpload> SignUploadAsync(
        ImageKey key, ImageContent content, bool provisional, DateTimeOffset until, CancellationToken ct)
    {
        var headers = new Dictionary<string, string>
        {
            ["content-type"] = content.Type.Text,
            [ChecksumHeader] = content.Sha256.Base64,
            ["if-none-match"] = "*",
        };
        if (provisional)
            headers[TagsHeader] = Provisional;

        var length = content.Bytes.ToString(CultureInfo.InvariantCulture);
        var signed = new Dictionary<string, string>(headers) { ["content-length"] = length };
        var life = new LinkLife(clock.GetUtcNow(), until);
        return new SignedUpload(await _links.SignAsync("PUT", key, signed, Nothing, life), headers, until);
    }

    /// <inheritdoc/>
    public Task<Uri> SignDownloadAsync(
        ImageKey key, FileName name, MediaType type, LinkLife life, CancellationToken ct)
    {
        var answer = new Dictionary<string, string>
        {
            ["response-cache-control"] = "private, max-age=3600, immutable",
            ["response-content-disposition"] = $"attachment; filename*=UTF-8''{Uri.EscapeDataString(name.Text)}",
            ["response-content-type"] = type.Text,
        };
        return _links.SignAsync("GET", key, Nothing, answer, life);
    }

    /// <inheritdoc/>
    public async Task<StoredImage?> FindAsync(ImageKey key, CancellationToken ct)
    {
        try
        {
            var head = await s3.GetObjectMetadataAsync(
                new() { BucketName = bucket, Key = key.Text, ChecksumMode = ChecksumMode.ENABLED }, ct);

            return new StoredImage(head.ContentLength, Sha256.FromBase64(head.ChecksumSHA256));
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task<ReadOnlyMemory<byte>> ReadStartAsync(ImageKey key, int count, CancellationToken ct)
    {
        try
        {
            using var found = await s3.GetObjectAsync(
                new() { BucketName = bucket, Key = key.Text, ByteRange = new ByteRange(0, count - 1) }, ct);

            using var start = new MemoryStream(count);
            await found.ResponseStream.CopyToAsync(start, ct);
            return start.ToArray();
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound)
        {
            return ReadOnlyMemory<byte>.Empty;
        }
    }

    /// <inheritdoc/>
    public async Task<bool> KeepAsync(ImageKey key, CancellationToken ct)
    {
        try
        {
            await s3.DeleteObjectTaggingAsync(new() { BucketName = bucket, Key = key.Text }, ct);
            return true;
        }
        catch (AmazonS3Exception missing) when (
            missing.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed)
        {
            // In a versioned bucket a removed object is a marker, and of markers this cannot be asked.
            return false;
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ImageKey>> ListAsync(OwnerId owner, PhotoId photo, CancellationToken ct)
    {
        var request = new ListObjectsV2Request { BucketName = bucket, Prefix = ImageKey.Prefix(owner, photo) };
        var keys = new List<ImageKey>();
        for (ListObjectsV2Response? page = null; page is null or { IsTruncated: true };)
        {
            request.ContinuationToken = page?.NextContinuationToken;
            page = await s3.ListObjectsV2Async(request, ct);
            keys.AddRange((page.S3Objects ?? []).Select(stored => ImageKey.Stored(stored.Key)));
        }

        return keys;
    }

    /// <inheritdoc/>
    public Task RemoveAsync(ImageKey key, CancellationToken ct) => s3.DeleteObjectAsync(bucket, key.Text, ct);
}

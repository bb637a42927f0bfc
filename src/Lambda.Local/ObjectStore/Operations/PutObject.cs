using Lambda.Local.ObjectStore.Files;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Lambda.Local.ObjectStore.Operations;

/// <summary>
/// PUT /bucket/key: 200 once the bytes are verified, complete and on the disk; nothing is kept otherwise.
/// </summary>
internal sealed class PutObject(ObjectFolder objects, TimeProvider clock)
{
    /// <summary>S3's limit for an object sent in one piece.</summary>
    public const long MaxBytes = 5L * 1024 * 1024 * 1024;

    private const string DefaultType = "binary/octet-stream";

    private static readonly string[] KeptHeaders =
        ["content-type", "cache-control", "content-disposition", "content-encoding", "content-language", "expires"];

    private static readonly string[] UnderstoodHeaders =
    [
        "x-amz-checksum-sha256", "x-amz-content-sha256", "x-amz-date", "x-amz-sdk-checksum-algorithm",
        "x-amz-user-agent",
    ];

    public async Task<S3Error?> AnswerAsync(HttpContext context, string key)
    {
        var request = context.Request;
        if (Unsupported(request.Headers) is { } unsupported)
            return unsupported;
        if (ExpectedDigests.Read(request.Headers, out var expected) is { } unreadable)
            return unreadable;
        if (KeptOf(request.Headers) is not { } kept)
            return S3Error.InvalidArgument("Header values consist of printable ASCII characters.");
        if (request.ContentLength is not { } length)
            return S3Error.MissingLength;
        if (length > MaxBytes)
            return S3Error.EntityTooLarge;

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MaxBytes;

        await using var draft = objects.Receive();
        var digests = await draft.FillAsync(request.Body, context.RequestAborted);
        if (digests.Length != length)
            return S3Error.IncompleteBody;
        if (expected!.Contradicts(digests) is { } wrong)
            return wrong;

        var etag = Convert.ToHexStringLower(digests.Md5);
        var sha256 = Convert.ToBase64String(digests.Sha256);
        var facts = new ObjectFacts(key, length, etag, sha256, clock.GetUtcNow(), kept);
        var onlyIfNew = request.Headers.IfNoneMatch.Count > 0;

        // From here on the client may hang up: what was sent whole is stored whole.
        if (!await objects.PublishAsync(draft, facts, onlyIfNew, CancellationToken.None))
            return S3Error.PreconditionFailed;

        context.Response.Headers.ETag = $"\"{etag}\"";
        context.Response.Headers["x-amz-checksum-sha256"] = sha256;
        context.Response.Headers["x-amz-checksum-type"] = "FULL_OBJECT";
        return null;
    }

    // What S3 would act upon and we would not is refused: silence would be a lie about what was stored.
    private static S3Error? Unsupported(IHeaderDictionary headers)
    {
        var unknown = headers.Keys.Select(name => name.ToLowerInvariant()).FirstOrDefault(name =>
            name.StartsWith("x-amz-", StringComparison.Ordinal)
            && !IsMetadata(name)
            && !UnderstoodHeaders.Contains(name));
        if (unknown is not null)
            return S3Error.NotImplemented($"The header {unknown}");
        if (headers.IfMatch.Count > 0)
            return S3Error.NotImplemented("The header if-match");
        if (headers.IfNoneMatch.Count > 0 && headers.IfNoneMatch is not ["*"])
            return S3Error.NotImplemented("An if-none-match other than *");
        return null;
    }

    // Null when a value could not be sent back as it came.
    private static Dictionary<string, string>? KeptOf(IHeaderDictionary headers)
    {
        var kept = headers
            .Select(header => (Name: header.Key.ToLowerInvariant(), Value: header.Value.ToString()))
            .Where(header => KeptHeaders.Contains(header.Name) || IsMetadata(header.Name))
            .ToDictionary(header => header.Name, header => header.Value);
        kept.TryAdd("content-type", DefaultType);
        return kept.Values.All(HeaderText.IsPrintable) ? kept : null;
    }

    private static bool IsMetadata(string name) => name.StartsWith("x-amz-meta-", StringComparison.Ordinal);
}

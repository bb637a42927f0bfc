using Lambda.Local.ObjectStore.Files;
using Lambda.Local.ObjectStore.Payloads;

namespace Lambda.Local.ObjectStore.Operations;

/// <summary>The object that a request copies from: <c>x-amz-copy-source: /bucket/key</c>, percent-encoded.</summary>
internal static class CopySource
{
    public const string Header = "x-amz-copy-source";

    public static readonly string[] Headers =
    [
        Header, "x-amz-copy-source-if-match", "x-amz-copy-source-if-none-match",
        "x-amz-copy-source-if-modified-since", "x-amz-copy-source-if-unmodified-since",
    ];

    /// <param name="bucket">The bucket that exists.</param>
    /// <param name="source">Held open until disposed; null where the request is refused.</param>
    public static S3Error? Open(S3Request request, ObjectFolder objects, string bucket, out StoredObject? source)
    {
        source = null;
        var text = request.Headers[Header].ToString();
        if (text.Contains('?', StringComparison.Ordinal))
            return S3Error.NotImplemented("A version of the source");
        if (RequestTarget.Read(text.StartsWith('/') ? text : "/" + text, out var target) is not null
            || target.Key is null)
        {
            return S3Error.InvalidArgument(
                "Copy Source must mention the source bucket and key: sourcebucket/sourcekey");
        }

        if (target.Bucket != bucket)
            return S3Error.NoSuchBucket;

        source = objects.Find(target.Key);
        if (source is null)
            return S3Error.NoSuchKey;

        var objection = Objection(request, source.Facts);
        if (objection is not null)
            source.Dispose();
        return objection;
    }

    // A copy that is not wanted has failed; there is no older one to fall back on.
    private static S3Error? Objection(S3Request request, ObjectFacts facts) =>
        Conditions.OfSource(request.Headers).Objection(facts) is not null ? S3Error.PreconditionFailed
        : facts.Length > Payload.MaxBytes && request.Header("x-amz-copy-source-range") is null
            ? S3Error.InvalidRequest(
                "The specified copy source is larger than the maximum allowable size for a copy source: "
                + $"{Payload.MaxBytes}")
        : null;
}

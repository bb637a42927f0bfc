using System.Text;
using Lambda.Local.ObjectStore.Operations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Lambda.Local.ObjectStore;

/// <summary>What a request line points at: <c>/</c>, <c>/bucket</c> or <c>/bucket/key</c>, and its query.</summary>
/// <remarks>
/// Read from the raw request line, because the server's own view of a path has dot segments removed and is no longer
/// what the client signed.
/// </remarks>
internal sealed record RequestTarget(string Path, string? Bucket, string? Key, QueryParameters Query)
{
    /// <summary>S3's limit for a key, in bytes of UTF-8.</summary>
    public const int MaxKeyBytes = 1024;

    public Place Place => (Bucket, Key) switch
    {
        (null, _) => Place.Service,
        (_, null) => Place.Bucket,
        _ => Place.Object,
    };

    /// <summary>The request line as it came, with no dot segment removed and nothing decoded.</summary>
    public static string Raw(HttpContext context) =>
        context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;

    public static string RawPath(HttpContext context) => Split(Raw(context), '?').Before;

    public static S3Error? Read(string rawTarget, out RequestTarget target)
    {
        target = new RequestTarget("/", null, null, QueryParameters.None);

        var (rawPath, rawQuery) = Split(rawTarget, '?');
        if (!rawPath.StartsWith('/') || !UriText.TryDecode(rawPath, out var path))
            return S3Error.InvalidUri;
        if (QueryParameters.Read(rawQuery, out var query) is { } badQuery)
            return badQuery;

        var (bucket, key) = Split(path[1..], '/');
        if (Encoding.UTF8.GetByteCount(key) > MaxKeyBytes)
            return S3Error.KeyTooLong;

        // Clients take dot segments out of a path before or after they sign it, so no such key could be reached again.
        if (key.Split('/').Any(segment => segment is "." or ".."))
            return S3Error.InvalidUri;

        target = new RequestTarget(path, bucket is "" ? null : bucket, key is "" ? null : key, query);
        return null;
    }

    private static (string Before, string After) Split(string text, char separator)
    {
        var at = text.IndexOf(separator, StringComparison.Ordinal);
        return at < 0 ? (text, "") : (text[..at], text[(at + 1)..]);
    }
}

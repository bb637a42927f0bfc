using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Lambda.Local.ObjectStore.Signing;

/// <summary>Finds the signature of a request: in its Authorization header or in its query, never in both.</summary>
internal static class ClaimReader
{
    public const string SignatureParameter = "X-Amz-Signature";

    private const int SecondsOfAWeek = 7 * 24 * 60 * 60;

    public static S3Error? Read(HttpRequest request, QueryParameters query, out SignatureClaim? claim)
    {
        claim = null;
        var inHeader = request.Headers.Authorization.Count > 0;
        var inQuery = query[SignatureParameter] is not null || query["X-Amz-Algorithm"] is not null;

        return (inHeader, inQuery) switch
        {
            (false, false) when query["AWSAccessKeyId"] is not null => S3Error.OldSignature,
            (false, false) => S3Error.AccessDenied,
            (true, true) => S3Error.InvalidArgument("Only one auth mechanism allowed"),
            (true, false) => FromHeader(request, out claim),
            (false, true) => FromQuery(request, query, out claim),
        };
    }

    // AWS4-HMAC-SHA256 Credential=KEY/DAY/REGION/s3/aws4_request, SignedHeaders=a;b, Signature=hex
    private static S3Error? FromHeader(HttpRequest request, out SignatureClaim? claim)
    {
        claim = null;
        if (request.Headers.Authorization is not [{ } authorization]
            || !authorization.StartsWith(SignatureClaim.Algorithm + " ", StringComparison.Ordinal))
        {
            return request.Headers.Authorization.ToString().StartsWith("AWS ", StringComparison.Ordinal)
                ? S3Error.OldSignature
                : S3Error.MalformedHeader($"The authorization mechanism has to be {SignatureClaim.Algorithm}.");
        }

        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        var text = authorization[SignatureClaim.Algorithm.Length..];
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (part.Split('=', 2) is not [var name, var value] || !parts.TryAdd(name, value))
                return S3Error.MalformedHeader("The authorization header is malformed.");
        }

        if (parts.Count != 3
            || !SigningScope.TryReadCredential(parts.GetValueOrDefault("Credential"), out var accessKey, out var scope)
            || parts.GetValueOrDefault("SignedHeaders") is not { } headers
            || parts.GetValueOrDefault("Signature") is not { } signature)
        {
            return S3Error.MalformedHeader("Credential, SignedHeaders and Signature are required, and nothing else.");
        }

        if (request.Headers["x-amz-date"] is not [{ } date] || !SignatureClaim.TryTime(date, out var signedAt))
            return S3Error.Denied("AWS authentication requires a valid x-amz-date header");
        if (request.Headers["x-amz-content-sha256"] is not [{ } payloadHash])
            return S3Error.InvalidRequest("Missing required header for this request: x-amz-content-sha256");

        claim = new SignatureClaim(accessKey, scope, signedAt, null, headers.Split(';'), payloadHash, signature);
        return null;
    }

    private static S3Error? FromQuery(HttpRequest request, QueryParameters query, out SignatureClaim? claim)
    {
        claim = null;
        if (query["X-Amz-Algorithm"] != SignatureClaim.Algorithm)
            return S3Error.MalformedQuery($"X-Amz-Algorithm only supports \"{SignatureClaim.Algorithm}\"");
        if (!SigningScope.TryReadCredential(query["X-Amz-Credential"], out var accessKey, out var scope))
            return S3Error.MalformedQuery("Error parsing the X-Amz-Credential parameter");
        if (!SignatureClaim.TryTime(query["X-Amz-Date"], out var signedAt))
            return S3Error.MalformedQuery("X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"");
        if (!int.TryParse(query["X-Amz-Expires"], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return S3Error.MalformedQuery("X-Amz-Expires should be a number");
        if (seconds is 0 or > SecondsOfAWeek)
            return S3Error.MalformedQuery("X-Amz-Expires must be between one second and a week (604800 seconds)");
        if (query["X-Amz-SignedHeaders"] is not { } headers || query[SignatureParameter] is not { } signature)
            return S3Error.MalformedQuery("X-Amz-SignedHeaders and X-Amz-Signature are required");

        var payloadHash = request.Headers["x-amz-content-sha256"] is [{ } stated]
            ? stated
            : query["X-Amz-Content-Sha256"] ?? SignatureClaim.UnsignedPayload;
        var expires = TimeSpan.FromSeconds(seconds);
        claim = new SignatureClaim(accessKey, scope, signedAt, expires, headers.Split(';'), payloadHash, signature);
        return null;
    }
}

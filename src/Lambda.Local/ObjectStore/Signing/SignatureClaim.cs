using System.Globalization;

namespace Lambda.Local.ObjectStore.Signing;

/// <summary>What a request says about its own signature. Nothing of it is believed before it is recomputed.</summary>
/// <param name="Scope"><c>yyyyMMdd/region/s3/aws4_request</c>.</param>
/// <param name="Expires">How long a presigned link lives; null for a signature in the Authorization header.</param>
/// <param name="PayloadHash">Lower-case hex of the body's SHA-256, or one of S3's words in its place.</param>
internal sealed record SignatureClaim(
    string AccessKey,
    SigningScope Scope,
    DateTimeOffset SignedAt,
    TimeSpan? Expires,
    string[] SignedHeaders,
    string PayloadHash,
    string Signature)
{
    public const string Algorithm = "AWS4-HMAC-SHA256";

    public const string UnsignedPayload = "UNSIGNED-PAYLOAD";

    private const string TimeFormat = "yyyyMMdd'T'HHmmss'Z'";

    public static string TimeText(DateTimeOffset time) => time.ToString(TimeFormat, CultureInfo.InvariantCulture);

    public static bool TryTime(string? text, out DateTimeOffset time) => DateTimeOffset.TryParseExact(
        text, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
}

/// <summary>Where and on which day a signing key is good: <c>yyyyMMdd/region/s3/aws4_request</c>.</summary>
internal sealed record SigningScope(string Day, string Region)
{
    /// <summary>Splits <c>accessKey/yyyyMMdd/region/s3/aws4_request</c>.</summary>
    public static bool TryReadCredential(string? text, out string accessKey, out SigningScope scope)
    {
        (accessKey, scope) = ("", new SigningScope("", ""));
        if (text?.Split('/') is not
            [{ Length: > 0 } key, { Length: 8 } day, { Length: > 0 } region, "s3", "aws4_request"])
        {
            return false;
        }

        (accessKey, scope) = (key, new SigningScope(day, region));
        return true;
    }

    public override string ToString() => $"{Day}/{Region}/s3/aws4_request";
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Lambda.Tests.ObjectStore;

/// <summary>Signature Version 4 as its description reads; shares no line with the store.</summary>
internal static class SignedByHand
{
    private const string Signed = "host;range;x-amz-content-sha256;x-amz-date";

    public static HttpRequestMessage Request(
        HttpMethod method, Uri address, byte[] body, DateTimeOffset signedAt, DateTimeOffset keyDay)
    {
        var time = signedAt.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var scope = keyDay.ToString("yyyyMMdd", CultureInfo.InvariantCulture) + "/mars-1/s3/aws4_request";
        var hash = Hash(body);
        var canonical =
            $"{method}\n{address.AbsolutePath}\n{address.Query.TrimStart('?')}\nhost:{address.Authority}\n"
            + $"range:bytes=0-1\nx-amz-content-sha256:{hash}\nx-amz-date:{time}\n\n{Signed}\n{hash}";
        var text = $"AWS4-HMAC-SHA256\n{time}\n{scope}\n{Hash(Encoding.UTF8.GetBytes(canonical))}";
        var key = scope.Split('/').Aggregate(Encoding.UTF8.GetBytes("AWS4a secret of the test"), Mac);
        var signature = Convert.ToHexStringLower(Mac(key, text));

        var request = new HttpRequestMessage(method, address);
        request.Headers.TryAddWithoutValidation("range", "bytes=0-1");
        request.Headers.Add("x-amz-content-sha256", hash);
        request.Headers.Add("x-amz-date", time);
        request.Headers.TryAddWithoutValidation(
            "authorization",
            $"AWS4-HMAC-SHA256 Credential=TESTKEY/{scope},SignedHeaders={Signed},Signature={signature}");
        return request;
    }

    private static byte[] Mac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}

using System.Security.Cryptography;
using System.Text;

namespace Lambda.Local.ObjectStore.Signing;

/// <summary>Signature Version 4: from a canonical request to 64 hex digits.</summary>
internal static class Signer
{
    public static string Sign(string secretKey, SigningScope scope, DateTimeOffset signedAt, string canonicalRequest)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonicalRequest)));
        var text = $"{SignatureClaim.Algorithm}\n{SignatureClaim.TimeText(signedAt)}\n{scope}\n{hash}";

        var key = Encoding.UTF8.GetBytes($"AWS4{secretKey}");
        foreach (var part in (ReadOnlySpan<string>)[scope.Day, scope.Region, "s3", "aws4_request"])
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));

        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)));
    }
}

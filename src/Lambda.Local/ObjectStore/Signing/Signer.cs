using System.Security.Cryptography;
using System.Text;

namespace Lambda.Local.ObjectStore.Signing;

/// <summary>Signature Version 4: signs for one day and region, as 64 hex digits.</summary>
internal sealed class Signer(string secretKey, SigningScope scope, DateTimeOffset signedAt)
{
    private readonly byte[] _key = KeyOf(secretKey, scope);

    public string SignRequest(string canonicalRequest) =>
        Sign(SignatureClaim.Algorithm, Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonicalRequest))));

    /// <summary>Signs <c>kind, time, scope</c> and what follows, one to a line.</summary>
    public string Sign(string kind, params ReadOnlySpan<string> lines)
    {
        var text = $"{kind}\n{SignatureClaim.TimeText(signedAt)}\n{scope}\n{string.Join('\n', lines)}";
        return Hex(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>Takes as long for a wrong signature that is nearly right as for any other.</summary>
    public static bool Same(string expected, string given) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given));

    private static byte[] KeyOf(string secretKey, SigningScope scope)
    {
        var key = Encoding.UTF8.GetBytes($"AWS4{secretKey}");
        foreach (var part in (ReadOnlySpan<string>)[scope.Day, scope.Region, "s3", "aws4_request"])
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        return key;
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}

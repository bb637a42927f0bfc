using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Lambda.Local.SignIn.Tokens;

/// <summary>Secrets and hashes as text that is safe in addresses.</summary>
internal static class Base64Text
{
    private const int SecretBytes = 32;

    public static string Random() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));

    public static string Sha256(string text) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    public static bool Same(string left, string right) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right));
}

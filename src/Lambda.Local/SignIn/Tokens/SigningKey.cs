using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Lambda.Local.Disk;

namespace Lambda.Local.SignIn.Tokens;

/// <summary>This machine's RSA key; tokens signed with it are worth nothing anywhere else.</summary>
internal sealed class SigningKey
{
    private const int Bits = 2048;

    private readonly RSA _private;

    // An RSA object is promised to one thread at a time when it signs.
    private readonly Lock _signing = new();

    private SigningKey(RSA key)
    {
        _private = key;
        Public = RSA.Create(key.ExportParameters(includePrivateParameters: false));

        // RFC 7638: the name of a key is the hash of its public half, so another key cannot bear it.
        var (exponent, modulus) = Numbers;
        Id = Base64Text.Sha256($$"""{"e":"{{exponent}}","kty":"RSA","n":"{{modulus}}"}""");
    }

    public string Id { get; }

    /// <summary>For verifying only; shared, so nobody disposes of it.</summary>
    public RSA Public { get; }

    /// <summary>Exponent and modulus as a JWK spells them.</summary>
    public (string Exponent, string Modulus) Numbers
    {
        get
        {
            var numbers = Public.ExportParameters(includePrivateParameters: false);
            return (Base64Url.EncodeToString(numbers.Exponent), Base64Url.EncodeToString(numbers.Modulus));
        }
    }

    /// <exception cref="LocalStartException">The file is there but holds no key.</exception>
    public static SigningKey ReadOrMake(string path)
    {
        if (!File.Exists(path))
        {
            using var fresh = RSA.Create(Bits);
            OwnerOnly.TryAdd(path, Encoding.ASCII.GetBytes(fresh.ExportPkcs8PrivateKeyPem()));
        }

        var key = RSA.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(path));

            // A public half reads as well, and would fail only when the first token is signed.
            key.ExportParameters(includePrivateParameters: true);
            return new SigningKey(key);
        }
        catch (Exception cause) when (cause is ArgumentException or CryptographicException)
        {
            throw new LocalStartException(
                $"{path} holds no private RSA key; delete it and a new one is made at the next start.", cause);
        }
    }

    public byte[] Sign(string text)
    {
        var bytes = Encoding.ASCII.GetBytes(text);
        lock (_signing)
            return _private.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }
}

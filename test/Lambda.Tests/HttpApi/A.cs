using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Lambda.Tests.HttpApi;

/// <summary>Tokens: good by default, saying only what matters.</summary>
internal static class A
{
    public const string KeyId = "the-key";

    public static readonly RSA Key = RSA.Create(2048);

    public static long Now => StoppedClock.Start.ToUnixTimeSeconds();

    public static JsonObject Header => new() { ["alg"] = "RS256", ["kid"] = KeyId, ["typ"] = "JWT" };

    public static JsonObject Claims => new()
    {
        ["sub"] = "ada",
        ["iss"] = SampleTemplate.Issuer,
        ["client_id"] = SampleTemplate.Audience,
        ["token_use"] = "access",
        ["scope"] = $"openid {SampleTemplate.Scope}",
        ["iat"] = Now,
        ["exp"] = Now + 900,
    };

    public static string Token(Action<JsonObject>? claims = null, Action<JsonObject>? header = null, RSA? key = null)
    {
        var (head, payload) = (Header, Claims);
        header?.Invoke(head);
        claims?.Invoke(payload);
        return Signed(head.ToJsonString(), payload.ToJsonString(), key);
    }

    public static string Signed(string header, string payload, RSA? key = null)
    {
        var text = $"{Encode(header)}.{Encode(payload)}";
        var signature = (key ?? Key)
            .SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{text}.{Base64Url.EncodeToString(signature)}";
    }

    public static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}

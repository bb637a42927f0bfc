using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Lambda.Local.HttpApi.Description;
using Microsoft.Extensions.Primitives;

namespace Lambda.Local.HttpApi.Jwt;

/// <summary>Decides whether a token opens a route, as the gateway's JWT authorizer does.</summary>
/// <remarks>
/// In this order: three segments, an algorithm of the RSA family, a key that <paramref name="findKey"/> knows, the
/// signature, the issuer, the audience, the times, the scopes. Nothing a token points at is ever fetched, and one that
/// brings or names a key of its own is refused.
/// </remarks>
/// <param name="findKey">
/// The issuer's public key of this <c>kid</c>, or null; shared, so it must be safe to verify with from any thread.
/// </param>
internal sealed class JwtAuthorizer(Func<string, RSA?> findKey, TimeProvider clock)
{
    private const int MaxKeyIdLength = 256;
    private const int MaxRemembered = 1000;

    private static readonly string[] KeyHeaders = ["crit", "jwk", "jku", "x5u", "x5c"];

    // Named in answers, so only these: a client's own words never reach a header.
    private static readonly string[] OtherAlgorithms =
        ["none", "HS256", "HS384", "HS512", "ES256", "ES384", "ES512", "PS256", "PS384", "PS512", "EdDSA"];

    // A client sends the same token with every request; its signature is checked once. The times are checked always.
    private readonly ConcurrentDictionary<(string Header, JwtRules Rules), GoodToken> _remembered = [];

    /// <summary>Null with a grant, or the answer for the client.</summary>
    public GatewayAnswer? Authorize(
        StringValues header, JwtRules rules, IReadOnlyList<string> scopes, out JwtGrant? grant)
    {
        grant = null;
        // Several lines arrive as one value, which no token survives.
        var text = header.Count > 1 ? string.Join(',', header.ToArray()) : header.ToString();
        if (text is "")
            return GatewayAnswer.TokenMissing;

        if (!_remembered.TryGetValue((text, rules), out var good))
        {
            if (Check(TokenOf(text), rules, out good) is { } problem)
                return GatewayAnswer.TokenInvalid(problem);

            if (_remembered.Count >= MaxRemembered)
                _remembered.Clear();
            _remembered[(text, rules)] = good!;
        }

        if (good!.ProblemAt(clock.GetUtcNow().ToUnixTimeSeconds()) is { } outOfTime)
            return GatewayAnswer.TokenInvalid(outOfTime);
        if (scopes is not [] && !scopes.Any(good.Grant.Scopes.Contains))
            return GatewayAnswer.Forbidden;

        grant = good.Grant;
        return null;
    }

    private static string TokenOf(string header) =>
        header.StartsWith("Bearer ", StringComparison.Ordinal) ? header["Bearer ".Length..] : header;

    private string? Check(string token, JwtRules rules, out GoodToken? good)
    {
        good = null;
        if (token.Split('.') is not [var head, var body, var signature])
            return "token contains an invalid number of segments";
        if (JwtText.DecodeObject(head) is not { } header || JwtText.DecodeObject(body) is not { } payload)
            return "the token is malformed";
        if (HashOf(header, out var algorithm) is not { } hash)
            return $"signing method {algorithm} is invalid";
        if (KeyHeaders.Any(name => header.TryGetProperty(name, out _)))
            return "the token brings its own key";
        if (KeyOf(header) is not { } key)
            return "the token was signed with an unknown key";
        if (!IsSigned(token.AsSpan(0, head.Length + 1 + body.Length), signature, key, hash))
            return "the token has an invalid signature";
        if (TextOf(payload, "iss") != rules.Issuer)
            return "the token has an invalid issuer";
        if (!IsMeantFor(payload, rules.Audience))
            return "the token does not have a valid audience";

        return GoodToken.Read(payload, out good);
    }

    private static HashAlgorithmName? HashOf(JsonElement header, out string algorithm)
    {
        var named = TextOf(header, "alg");
        algorithm = OtherAlgorithms.FirstOrDefault(other => other == named, "(unknown)");
        return named switch
        {
            "RS256" => HashAlgorithmName.SHA256,
            "RS384" => HashAlgorithmName.SHA384,
            "RS512" => HashAlgorithmName.SHA512,
            _ => null,
        };
    }

    private RSA? KeyOf(JsonElement header) =>
        TextOf(header, "kid") is { Length: > 0 and <= MaxKeyIdLength } kid ? findKey(kid) : null;

    private static bool IsSigned(ReadOnlySpan<char> text, string signature, RSA key, HashAlgorithmName hash)
    {
        if (JwtText.Decode(signature) is not { } bytes)
            return false;

        var signed = new byte[text.Length];
        Encoding.ASCII.GetBytes(text, signed);
        return key.VerifyData(signed, bytes, hash, RSASignaturePadding.Pkcs1);
    }

    // The client id counts only where there is no audience at all.
    private static bool IsMeantFor(JsonElement payload, IReadOnlyList<string> audience)
    {
        if (!payload.TryGetProperty("aud", out var aud))
            return TextOf(payload, "client_id") is { } client && audience.Contains(client);

        return aud.ValueKind switch
        {
            JsonValueKind.String => audience.Contains(aud.GetString()),
            JsonValueKind.Array => aud.EnumerateArray().Any(
                item => item.ValueKind == JsonValueKind.String && audience.Contains(item.GetString())),
            _ => false,
        };
    }

    private static string? TextOf(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}

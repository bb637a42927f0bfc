using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Lambda.Tests.HttpApi;

/// <summary>One row: what an attacker sends, and the answer.</summary>
/// <param name="Name">The attack in a few words.</param>
/// <param name="Sent">The request's authorization lines.</param>
/// <param name="Status">Where it is 200, nothing is wrong with the token: a boundary, seen from inside.</param>
/// <param name="Says">The description in <c>www-authenticate</c>.</param>
internal sealed record JwtAttack(string Name, string[] Sent, int Status, string? Says)
{
    private const string NoTrap = "https://keys.example/";

    /// <param name="trap">An address where somebody waits for the gateway to come and fetch a key.</param>
    public static IEnumerable<JwtAttack> All(string trap = NoTrap) =>
    [
        .. Spelling(), .. Algorithms(), .. Keys(trap), .. Names(trap), .. Times(), .. Uses(),
    ];

    private static IEnumerable<JwtAttack> Spelling()
    {
        const string segments = "token contains an invalid number of segments";
        const string malformed = "the token is malformed";
        var good = A.Token();
        var parts = good.Split('.');
        yield return new("no token", [], 401, null);
        yield return new("nonsense", ["nonsense"], 401, segments);
        yield return new("Bearer and nothing", ["Bearer"], 401, segments);
        yield return new("two parts", [$"{parts[0]}.{parts[1]}"], 401, segments);
        yield return new("encrypted, in five parts", [$"{good}.a.b"], 401, segments);
        yield return new("a dot at the end", [good + "."], 401, segments);
        yield return new("two authorization lines", [good, good], 401, segments);
        yield return new("bearer in small letters", ["bearer " + good], 401, malformed);
        yield return new("two spaces behind Bearer", ["Bearer  " + good], 401, malformed);
        yield return new("Basic", ["Basic " + good], 401, malformed);
        yield return new("white space inside", [$"{parts[0]}. {parts[1]}.{parts[2]}"], 401, malformed);
        yield return new("a byte order mark", ["\uFEFF" + good], 401, malformed);
        yield return new("a byte order mark in the header", [A.Signed("\uFEFF" + A.Header, A.Claims.ToJsonString())],
            401, malformed);
        yield return new("padding", [good + "=="], 401, "the token has an invalid signature");
        yield return new("stray bits", [good[..^1] + Neighbour(good[^1])], 401, "the token has an invalid signature");
        yield return new("the alphabet of plain base64", [$"{parts[0]}.{parts[1]}.{parts[2][..^2]}+/"], 401,
            "the token has an invalid signature");
        yield return new("a claim twice", [A.Signed(A.Header.ToJsonString(), Twice("sub"))], 401, malformed);
        yield return new("text that is no text", [Claims("""{"sub":"\ud800"}""")], 401, malformed);
        yield return new("a header that is null", [A.Signed("null", A.Claims.ToJsonString())], 401, malformed);
        yield return new("nothing, signed", [A.Signed("", "")], 401, malformed);
        yield return new("claims that are a list", [Claims("[]")], 401, malformed);
        yield return new("claims nested a hundred deep", [Claims($$"""{"a":{{new string('[', 99)}}{{new string(']', 99)}}}""")], 401, malformed);
    }

    private static IEnumerable<JwtAttack> Algorithms()
    {
        foreach (var name in (string[])["none", "HS256", "ES256", "EdDSA", "PS256"])
            yield return new($"alg {name}", [Header("alg", name)], 401, $"signing method {name} is invalid");
        foreach (var name in (string[])["None", "nOnE", "NONE", "rs256", "RS256 ", "x\"\r\nset-cookie: a=b"])
            yield return new($"alg {name}", [Header("alg", name)], 401, "signing method (unknown) is invalid");
        yield return new("alg none without a signature", [Unsigned("none", [])], 401, "signing method none is invalid");
        yield return new("a mac made with the public key", [Unsigned("HS256", Mac("HS256"))], 401,
            "signing method HS256 is invalid");
        yield return new("a mac that says it is RS256", [Unsigned("RS256", Mac("RS256"))], 401,
            "the token has an invalid signature");
        yield return new("no signature", [Unsigned("RS256", [])], 401, "the token has an invalid signature");
        yield return new("zeros for a signature", [Unsigned("RS256", new byte[256])], 401,
            "the token has an invalid signature");
        yield return new("alg missing", [A.Token(header: header => header.Remove("alg"))], 401,
            "signing method (unknown) is invalid");
    }

    private static IEnumerable<JwtAttack> Keys(string trap)
    {
        const string ownKey = "the token brings its own key";
        const string unknown = "the token was signed with an unknown key";
        foreach (var name in (string[])["jku", "x5u", "crit"])
            yield return new(name, [Header(name, trap)], 401, ownKey);
        foreach (var (name, value) in ((string, JsonNode)[])[("jwk", OwnKey()), ("x5c", new JsonArray("MIIB"))])
            yield return new(name, [Header(name, value, Stranger)], 401, ownKey);
        yield return new("another's key under the right name", [A.Token(key: Stranger)], 401,
            "the token has an invalid signature");
        foreach (var kid in (JsonNode?[])["another", "../../the-key", "the-key\0", trap, "", 7, null])
            yield return new($"kid {kid}", [Header("kid", kid)], 401, unknown);
        yield return new("kid of 5 KB", [Header("kid", new string('k', 5000))], 401, unknown);
        yield return new("kid of 10 KB", [Header("kid", new string('k', 10_240))], 431, null);
        yield return new("kid twice",
            [A.Signed("""{"alg":"RS256","kid":"the-key","kid":"the-key"}""", A.Claims.ToJsonString())], 401,
            "the token is malformed");
    }

    private static IEnumerable<JwtAttack> Names(string trap)
    {
        const string issuer = "the token has an invalid issuer";
        const string audience = "the token does not have a valid audience";
        foreach (var iss in (JsonNode?[])
            [SampleTemplate.Issuer + "/", "https://ISSUER.example", SampleTemplate.Issuer + ".evil", trap, "", null, 7])
            yield return new($"iss {iss}", [Claim("iss", iss)], 401, issuer);
        yield return new("aud of others, though the client id is right", [Claim("aud", "another")], 401, audience);
        yield return new("aud empty", [Claim("aud", new JsonArray())], 401, audience);
        yield return new("aud null", [Claim("aud", null)], 401, audience);
        yield return new("aud in a list in a list",
            [Claim("aud", new JsonArray(new JsonArray(SampleTemplate.Audience)))], 401, audience);
        yield return new("aud with the right one", [Claim("aud", new JsonArray("b", SampleTemplate.Audience))], 200, null);
        yield return new("client_id of others", [Claim("client_id", "another")], 401, audience);
        yield return new("client_id in a list", [Claim("client_id", new JsonArray(SampleTemplate.Audience))], 401,
            audience);
    }

    private static IEnumerable<JwtAttack> Times()
    {
        const string expired = "the token has expired";
        const string early = "the token is not valid yet";
        yield return new("expired a second ago", [Claim("exp", A.Now - 1)], 401, expired);
        yield return new("expires now", [Claim("exp", A.Now)], 401, expired);
        yield return new("expires in a second", [Claim("exp", A.Now + 1)], 200, null);
        yield return new("exp before time began", [Claim("exp", -1)], 401, expired);
        foreach (var name in (string[])["nbf", "iat"])
        {
            yield return new($"{name} is now", [Claim(name, A.Now)], 200, null);
            yield return new($"{name} is in a second", [Claim(name, A.Now + 1)], 401, early);
        }

        foreach (var exp in (string?[])
            [null, "null", "true", "\"1900000000\"", "1900000000.5", "1e400", "99999999999999999999", "253402300800"])
            yield return new($"exp {exp ?? "missing"}", [Time("exp", exp)], 401, "the token has no valid exp");
        yield return new("nbf in quotes", [Time("nbf", "\"1\"")], 401, "the token has an invalid nbf or iat");
        yield return new("iat true", [Time("iat", "true")], 401, "the token has an invalid nbf or iat");
    }

    private static IEnumerable<JwtAttack> Uses()
    {
        yield return new("an id token", [A.Token(claims =>
        {
            claims.Remove("scope");
            (claims["aud"], claims["token_use"]) = (SampleTemplate.Audience, "id");
        })], 403, null);
        foreach (var scope in (JsonNode?[])[null, "", "openid", "things/user", "THINGS/USE", 7])
            yield return new($"scope {scope}", [Claim("scope", scope)], 403, null);
    }

    private static RSA Stranger { get; } = RSA.Create(2048);

    private static string Header(string name, JsonNode? value, RSA? key = null) =>
        A.Token(header: header => header[name] = value, key: key);

    private static string Claim(string name, JsonNode? value) => A.Token(claims => claims[name] = value);

    private static string Claims(string json) => A.Signed(A.Header.ToJsonString(), json);

    // A number that no JsonNode would write.
    private static string Time(string name, string? json)
    {
        var claims = A.Claims;
        claims.Remove(name);
        var text = claims.ToJsonString();
        return Claims(json is null ? text : $"{text[..^1]},\"{name}\":{json}}}");
    }

    private static string Twice(string name) => $"{A.Claims.ToJsonString()[..^1]},\"{name}\":\"eve\"}}";

    private static string Unsigned(string algorithm, byte[] signature) =>
        $"{Text(algorithm)}.{Base64Url.EncodeToString(signature)}";

    private static byte[] Mac(string algorithm) =>
        HMACSHA256.HashData(A.Key.ExportSubjectPublicKeyInfo(), Encoding.ASCII.GetBytes(Text(algorithm)));

    private static string Text(string algorithm) =>
        $"{A.Encode($$"""{"alg":"{{algorithm}}","kid":"the-key"}""")}.{A.Encode(A.Claims.ToJsonString())}";

    private static JsonObject OwnKey()
    {
        var numbers = Stranger.ExportParameters(includePrivateParameters: false);
        return new JsonObject
        {
            ["kty"] = "RSA",
            ["e"] = Base64Url.EncodeToString(numbers.Exponent),
            ["n"] = Base64Url.EncodeToString(numbers.Modulus),
        };
    }

    private static string Neighbour(char last) => last is 'A' ? "B" : ((char)(last + 1)).ToString();
}

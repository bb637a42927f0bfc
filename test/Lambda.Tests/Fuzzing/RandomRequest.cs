using System.Globalization;
using System.Text;

namespace Lambda.Tests.Fuzzing;

/// <summary>Requests that no client should send, in endless variety; the same seed makes the same ones.</summary>
/// <param name="targets">Where the origin has something to say.</param>
/// <param name="tokens">Values of an Authorization header.</param>
internal sealed class RandomRequest(int seed, string[] targets, string[] tokens)
{
    private static readonly string[] UsualMethods = ["GET", "GET", "GET", "POST", "PUT", "HEAD", "DELETE", "OPTIONS"];

    private static readonly string[] OddMethods =
        ["", "get", "PATCH", "TRACE", "CONNECT", "PRI", "G T", "GET\0", "GÉT", "\x7f", "(", new('M', 300), "GET\r\n"];

    private static readonly string[] OddPieces =
    [
        "/..", "/.", "//", "/%2e%2e", "/%2E.", "%2f", "%5c", "\\", "%00", "\0", "%", "%z", "%zz", "%c0%af", "%ff",
        "%ed%a0%80", "%u0041", "☕", "é", "\u202e", " ", "\t", "#a", "?", "??", "?a=%zz&&=&a", "&", ";", "..;/",
        "{proxy+}", "[", "|", "\"", "<script>", "*", "%0d%0aX-Made: 1", "\r\nX-Made: 1", new('a', 3_000),
        "%41", "+", "?X-Amz-Signature=0&X-Amz-Date=0",
        "?uploads", "?partNumber=-1&uploadId=..", "?list-type=2&max-keys=x",
        "?response_type=code&client_id=%00&redirect_uri=javascript:a&scope=%ff",
    ];

    private static readonly string[] OddTargets =
    [
        "", "*", "x", "http://", "http://x/greet/Ada",
        "https://u:p@x:99999/", "x:443", "?", "file:///etc/passwd", "..", "%2f",
    ];

    private static readonly string[] OddVersions =
        ["HTTP/1.0", "HTTP/2.0", "HTTP/0.9", "HTTP/11", "http/1.1", "HTTP/1.1 x", "", "HTTP/9999999999.1"];

    private static readonly string[] OddHosts =
        ["", " ", "a b", "x:99999", "[::1", "u@x", "é", "x,y", "x\r\nHost: y", "-", new('h', 300), "x/../y", "\0"];

    private static readonly string[] Names =
    [
        "X-A", "x-a", "Accept", "Cookie", "Origin", "Access-Control-Request-Method", "Content-Type", "Range",
        "If-None-Match", "If-Match", "Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-HTTP-Method-Override",
        "X-Amz-Date", "x-amz-content-sha256", "x-amz-copy-source", "x-amz-tagging", "Content-MD5", "Connection",
        "Upgrade", "HTTP2-Settings", "Expect", "TE", "Trailer", "Via", ":path", "X A", "X:A", "", "é", "\0", "X-A ",
        "X-Amzn-Trace-Id", "User-Agent", "Accept-Encoding", "Idempotency-Key", "__proto__",
    ];

    private static readonly string[] Values =
    [
        "", "a", "a, b", "\0", "\x01\x1f", "é☕",
        "\"", "a\r\n b", "a\rb", "a\nX-Made: 1", "*", "bytes=0-", "bytes=-1,5-2",
        "bytes=9999999999999999999-", "close", "keep-alive, X-A", "h2c",
        "websocket", "100-continue", "trailers", "null",
        "http://localhost", "text/plain; charset=\"", "application/json",
        "multipart/form-data", "a=b; c; =d; e=\"", "%00",
        "0", "-1", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
        "UNSIGNED-PAYLOAD", "20261121T090000Z", "/things/%2e%2e/%2e%2e",
        new('v', 2_000), new('v', 9_000), "gzip;q=9, *;q=", "\u2028", "<a>", "${jndi:x}",
    ];

    private static readonly string[] OddLengths =
    [
        "-1", "+3", "3, 3", "3, 4", "0x3", "3 3",
        "٣", "", "99999999999999999999", "3\r\nContent-Length: 4", "1e3", "007",
    ];

    private static readonly string[] OddCodings =
    [
        "chunked", "Chunked", "gzip, chunked", "chunked, gzip", "identity", "chunked, chunked", "xchunked", "\tchunked",
        "chunked\r\nTransfer-Encoding: identity", "chunked\r\nContent-Length: 3", "\0", "",
    ];

    private static readonly string[] OddChunks =
    [
        "3\r\nabc\r\n0\r\n\r\n", "3;a=b\r\nabc\r\n0\r\nX-A: b\r\n\r\n", "zz\r\n", "-1\r\n", "ffffffffffffffff\r\na",
        "3\r\nabcd\r\n0\r\n\r\n", "3\nabc\n0\n\n",
        "0\r\n\r\nGET /greet/Eve HTTP/1.1\r\nHost: x\r\n\r\n", " 3\r\nabc\r\n", "3",
        "7fffffff\r\n", "0x3\r\nabc\r\n0\r\n\r\n",
    ];

    private static readonly string[] Bodies =
    [
        "", "abc", "{\"a\":1}", "{\"a\":\"\\ud800\"}", "{", "\ufeff{}", "\0\0", "é☕", "a=b&a=%zz&=", "<a/>",
        "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>", new('[', 5_000), new('a', 9_000),
        "grant_type=refresh_token&refresh_token=%00", "{\"a\":1e999}",
    ];

    private readonly Random _random = new(seed);

    /// <summary>The next one; <c>IsWhole</c> says that an honest server owes it an answer.</summary>
    public (byte[] Bytes, bool IsHead, bool IsWhole) Next()
    {
        var isTame = Chance(4);
        var head = new StringBuilder();
        var method = Chance(8) ? Pick(OddMethods) : Pick(UsualMethods);
        if (isTame)
            method = Pick(UsualMethods);
        var version = isTame || !Chance(12) ? "HTTP/1.1" : Pick(OddVersions);
        head.Append(CultureInfo.InvariantCulture, $"{method} {(isTame ? Pick(targets) : Target())} {version}\r\n");
        AppendHost(head, isTame);
        for (var count = isTame ? 0 : Count(); count > 0; count--)
            head.Append(CultureInfo.InvariantCulture, $"{Pick(Names)}: {Pick(Values)}\r\n");
        if (Chance(3))
            head.Append(CultureInfo.InvariantCulture, $"Authorization: {Token(isTame)}\r\n");

        var body = Encoding.UTF8.GetBytes(Pick(Bodies));
        if (method is "GET" or "HEAD" or "OPTIONS" && isTame)
            body = [];
        else if (isTame || Chance(2))
            head.Append(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n");
        else
            body = Misframe(head, body);

        byte[] bytes = [.. Encoding.UTF8.GetBytes(head.Append("\r\n").ToString()), .. body];
        return isTame
            ? (bytes, method is "HEAD", IsWhole: true)
            : (Chance(3) ? Damaged(bytes) : bytes, bytes.AsSpan().StartsWith("HEAD"u8), IsWhole: false);
    }

    private string Target()
    {
        if (Chance(10))
            return Pick(OddTargets);

        var target = Pick(targets);
        for (var turn = _random.Next(4); turn > 0; turn--)
            target = target.Insert(_random.Next(target.Length + 1), Pick(OddPieces));
        return target;
    }

    private void AppendHost(StringBuilder head, bool isTame)
    {
        if (!isTame && Chance(20))
            return;

        head.Append(CultureInfo.InvariantCulture, $"Host: {(!isTame && Chance(8) ? Pick(OddHosts) : "localhost")}\r\n");
        if (!isTame && Chance(20))
            head.Append("Host: other\r\n");
    }

    // Seldom more than the server takes.
    private int Count() => Chance(40) ? 200 : _random.Next(6);

    private string Token(bool isTame)
    {
        var token = Pick(tokens);
        if (isTame || Chance(3))
            return token;

        var at = _random.Next(token.Length);
        return token[..at] + Pick(Values) + token[at..];
    }

    private byte[] Misframe(StringBuilder head, byte[] body)
    {
        if (Chance(2))
        {
            head.Append(CultureInfo.InvariantCulture, $"Transfer-Encoding: {Pick(OddCodings)}\r\n");
            return Encoding.UTF8.GetBytes(Pick(OddChunks));
        }

        var length = Chance(2)
            ? Pick(OddLengths)
            : (body.Length + _random.Next(-5, 6)).ToString(CultureInfo.InvariantCulture);
        head.Append(CultureInfo.InvariantCulture, $"Content-Length: {length}\r\n");
        return body;
    }

    private byte[] Damaged(byte[] bytes)
    {
        var damaged = bytes.ToList();
        for (var turn = _random.Next(1, 4); turn > 0 && damaged.Count > 0; turn--)
        {
            var at = _random.Next(damaged.Count);
            switch (_random.Next(4))
            {
                case 0:
                    damaged[at] = (byte)_random.Next(256);
                    break;
                case 1:
                    damaged.RemoveAt(at);
                    break;
                case 2:
                    damaged.Insert(at, (byte)"\r\n\0 :%"[_random.Next(6)]);
                    break;
                default:
                    damaged.InsertRange(at, bytes.AsSpan(0, _random.Next(bytes.Length)).ToArray());
                    break;
            }
        }

        return [.. damaged];
    }

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    private string Pick(string[] from) => from[_random.Next(from.Length)];
}

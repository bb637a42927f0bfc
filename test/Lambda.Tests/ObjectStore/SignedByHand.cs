using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Lambda.Tests.ObjectStore;

/// <summary>Signature Version 4 as its description reads, chunks and trailers included; shares no line with the store.</summary>
internal sealed class SignedByHand
{
    public const string SignedChunks = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD";
    public const string SignedChunksAndTrailer = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER";
    public const string Trailer = "STREAMING-UNSIGNED-PAYLOAD-TRAILER";

    private readonly string _time;
    private readonly string _scope;

    private string _last;

    /// <param name="hash">Of the body, or a word in its place.</param>
    /// <param name="headers">Sent and signed.</param>
    public SignedByHand(
        HttpMethod method,
        Uri address,
        string hash,
        DateTimeOffset signedAt,
        DateTimeOffset? keyDay = null,
        params (string Name, string Value)[] headers)
    {
        _time = signedAt.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var day = (keyDay ?? signedAt).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        _scope = $"{day}/mars-1/s3/aws4_request";

        (string Name, string Value)[] all =
        [
            .. headers, ("host", address.Authority), ("x-amz-content-sha256", hash), ("x-amz-date", _time),
        ];
        all = [.. all.OrderBy(header => header.Name, StringComparer.Ordinal)];
        var names = string.Join(';', all.Select(header => header.Name));
        var lines = string.Concat(all.Select(header => $"{header.Name}:{header.Value}\n"));
        var query = string.Join('&', address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Contains('=', StringComparison.Ordinal) ? part : part + "=")
            .Order(StringComparer.Ordinal));
        var canonical = $"{method}\n{address.AbsolutePath}\n{query}\n{lines}\n{names}\n{hash}";
        _last = Sign($"AWS4-HMAC-SHA256\n{_time}\n{_scope}\n{Hash(Encoding.UTF8.GetBytes(canonical))}");

        Request = new HttpRequestMessage(method, address);
        foreach (var (name, value) in all.Where(header => header.Name is not "host"))
            Request.Headers.TryAddWithoutValidation(name, value);
        Request.Headers.TryAddWithoutValidation(
            "authorization",
            $"AWS4-HMAC-SHA256 Credential=TESTKEY/{_scope},SignedHeaders={names},Signature={_last}");
    }

    public HttpRequestMessage Request { get; }

    public static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>The next chunk, its line before it.</summary>
    public byte[] Chunk(byte[] bytes)
    {
        _last = Sign(
            $"AWS4-HMAC-SHA256-PAYLOAD\n{_time}\n{_scope}\n{_last}\n{Hash([])}\n{Hash(bytes)}");
        var head = Encoding.ASCII.GetBytes($"{bytes.Length:x};chunk-signature={_last}\r\n");
        return bytes.Length == 0 ? head : [.. head, .. bytes, .. "\r\n"u8];
    }

    /// <summary>The trailer and its signature.</summary>
    public byte[] SignedTrailer(string name, string value)
    {
        _last = Sign($"AWS4-HMAC-SHA256-TRAILER\n{_time}\n{_scope}\n{_last}\n{Hash(Encoding.UTF8.GetBytes($"{name}:{value}\n"))}");
        return Encoding.ASCII.GetBytes($"{name}:{value}\r\nx-amz-trailer-signature:{_last}\r\n");
    }

    private string Sign(string text)
    {
        var key = _scope.Split('/').Aggregate(Encoding.UTF8.GetBytes("AWS4a secret of the test"), Mac);
        return Convert.ToHexStringLower(Mac(key, text));
    }

    private static byte[] Mac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}

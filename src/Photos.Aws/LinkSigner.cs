using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using Amazon.S3;
using Amazon.S3.Model;
using Photos.Library;

namespace Photos.Aws;

/// <summary>Signs links to the objects of one bucket, for a time between two moments.</summary>
/// <remarks>
/// The SDK can only begin now, which makes another link of the same bytes every second, and no browser finds again by
/// its address what it has. Signature Version 4 by query parameters, as the Amazon S3 API Reference has it in
/// "Authenticating Requests: Using Query Parameters".
/// </remarks>
internal sealed class LinkSigner
{
    private const string Algorithm = "AWS4-HMAC-SHA256";

    private readonly AWSCredentials _credentials;
    private readonly string _region;
    private readonly Uri _bucket;

    // One at a time is in use: it changes with the day, and where a function runs with its credentials.
    private DayKey? _lastKey;

    /// <param name="s3">Tells where the bucket is, and by whose credentials.</param>
    /// <param name="bucket">The bucket's name.</param>
    public LinkSigner(IAmazonS3 s3, string bucket)
    {
        _credentials = s3.Config.DefaultAWSCredentials
            ?? DefaultAWSCredentialsIdentityResolver.GetCredentials(s3.Config);
        _region = s3.Config.AuthenticationRegion ?? s3.Config.RegionEndpoint.SystemName;
        var endpoint = s3.DetermineServiceOperationEndpoint(new GetObjectRequest { BucketName = bucket, Key = "any" });
        _bucket = new Uri(endpoint.URL.TrimEnd('/') + "/");
    }

    /// <summary>A link for one method on one object.</summary>
    /// <param name="method">Such as <c>GET</c>.</param>
    /// <param name="key">The object.</param>
    /// <param name="headers">What has to be sent with it, exactly; names in lower case.</param>
    /// <param name="query">What the link asks for besides.</param>
    /// <param name="life">From when to when it is good, in whole seconds.</param>
    public async Task<Uri> SignAsync(
        string method,
        ImageKey key,
        IReadOnlyDictionary<string, string> headers,
        IReadOnlyDictionary<string, string> query,
        LinkLife life)
    {
        var identity = await _credentials.GetCredentialsAsync();
        var time = life.From.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var scope = $"{time[..8]}/{_region}/s3/aws4_request";
        var signed = new SortedDictionary<string, string>(headers.ToDictionary(), StringComparer.Ordinal)
        {
            ["host"] = _bucket.Authority,
        };
        var names = string.Join(';', signed.Keys);
        var parameters = new SortedDictionary<string, string>(query.ToDictionary(), StringComparer.Ordinal)
        {
            ["X-Amz-Algorithm"] = Algorithm,
            ["X-Amz-Credential"] = $"{identity.AccessKey}/{scope}",
            ["X-Amz-Date"] = time,
            ["X-Amz-Expires"] = ((long)(life.Until - life.From).TotalSeconds).ToString(CultureInfo.InvariantCulture),
            ["X-Amz-SignedHeaders"] = names,
        };
        if (identity.UseToken)
            parameters["X-Amz-Security-Token"] = identity.Token;

        var path = _bucket.AbsolutePath + key.Text;
        var asked = string.Join(
            '&', parameters.Select(each => $"{each.Key}={Uri.EscapeDataString(each.Value)}"));
        var lines = string.Concat(signed.Select(each => $"{each.Key}:{each.Value}\n"));
        var request = $"{method}\n{path}\n{asked}\n{lines}\n{names}\nUNSIGNED-PAYLOAD";
        var text = $"{Algorithm}\n{time}\n{scope}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(request)))}";
        var signature = Hex(Hmac(KeyOf(identity, time[..8]), text));

        return new Uri(_bucket, $"{path}?{asked}&X-Amz-Signature={signature}");
    }

    private byte[] KeyOf(ImmutableCredentials identity, string day)
    {
        var last = _lastKey;
        if (last is null || last.Day != day || last.Secret != identity.SecretKey)
            _lastKey = last = new DayKey(day, identity.SecretKey, NewKey(identity.SecretKey, day));

        return last.Bytes;
    }

    private byte[] NewKey(string secret, string day)
    {
        var key = Hmac(Encoding.UTF8.GetBytes($"AWS4{secret}"), day);
        return Hmac(Hmac(Hmac(key, _region), "s3"), "aws4_request");
    }

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);

    private sealed record DayKey(string Day, string Secret, byte[] Bytes);
}

using System.Buffers.Text;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Lambda.Local.HttpApi.Events;

/// <summary>The gateway's own names for a request, which the answer tells too.</summary>
/// <param name="Extended">The second name that a REST API has; elsewhere the same.</param>
/// <param name="Trace">As X-Ray names it, <c>Root=1-8hex-24hex</c>: when, and which.</param>
internal sealed record RequestIds(string Id, string Extended, string Trace)
{
    public const string TraceHeader = "X-Amzn-Trace-Id";

    public static RequestIds OfHttpApi(DateTimeOffset at)
    {
        var id = NewName();
        return new RequestIds(id, id, NewTrace(at));
    }

    public static RequestIds OfRestApi(DateTimeOffset at) =>
        new(Guid.CreateVersion7(at).ToString(), NewName(), NewTrace(at));

    /// <summary>Puts them into an answer that has no other header yet.</summary>
    public void Mark(IHeaderDictionary headers)
    {
        if (Id == Extended)
        {
            headers["Apigw-Requestid"] = Id;
            return;
        }

        headers["x-amzn-RequestId"] = Id;
        headers["x-amz-apigw-id"] = Extended;
    }

    /// <summary>What a REST API adds to the answer of a function.</summary>
    public void MarkAnswered(IHeaderDictionary headers) =>
        headers[TraceHeader] = $"{Trace};Parent={NewHex(8)};Sampled=0;Lineage=1:{NewHex(4)}:0";

    // 15 characters that a URL may hold, and the sign that ends them.
    private static string NewName()
    {
        // They only have to differ, and asking the system for secret ones would cost more than writing the event.
        Span<byte> random = stackalloc byte[12];
        Random.Shared.NextBytes(random);
        return $"{Base64Url.EncodeToString(random).AsSpan(0, 15)}=";
    }

    private static string NewTrace(DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"Root=1-{at.ToUnixTimeSeconds():x8}-{NewHex(12)}");

    private static string NewHex(int bytes)
    {
        Span<byte> random = stackalloc byte[bytes];
        Random.Shared.NextBytes(random);
        return Convert.ToHexStringLower(random);
    }
}

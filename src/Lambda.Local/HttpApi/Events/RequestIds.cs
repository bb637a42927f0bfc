using System.Buffers.Text;
using Lambda.Local.Invoking;
using Microsoft.AspNetCore.Http;

namespace Lambda.Local.HttpApi.Events;

/// <summary>The gateway's own names for a request, which the answer tells too.</summary>
/// <param name="Extended">The second name that a REST API has; elsewhere the same.</param>
/// <param name="Trace">The trace that it begins, in the spelling of <see cref="TraceName.NewRoot"/>.</param>
internal sealed record RequestIds(string Id, string Extended, string Trace)
{
    public const string TraceHeader = "X-Amzn-Trace-Id";

    public static RequestIds OfHttpApi(DateTimeOffset at)
    {
        var id = NewName();
        return new RequestIds(id, id, TraceName.NewRoot(at));
    }

    public static RequestIds OfRestApi(DateTimeOffset at) =>
        new(Guid.CreateVersion7(at).ToString(), NewName(), TraceName.NewRoot(at));

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
        headers[TraceHeader] = $"{TraceName.NewPart(Trace)};Lineage=1:{TraceName.NewHex(4)}:0";

    // 15 characters that a URL may hold, and the sign that ends them.
    private static string NewName()
    {
        // They only have to differ, and asking the system for secret ones would cost more than writing the event.
        Span<byte> random = stackalloc byte[12];
        Random.Shared.NextBytes(random);
        return $"{Base64Url.EncodeToString(random).AsSpan(0, 15)}=";
    }
}

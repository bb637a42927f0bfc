using System.Buffers.Text;
using Microsoft.AspNetCore.Http;

namespace Lambda.Local.HttpApi.Events;

/// <summary>The gateway's own names for a request, which the answer tells too.</summary>
/// <param name="Extended">The second name that a REST API has; elsewhere the same.</param>
internal sealed record RequestIds(string Id, string Extended)
{
    public static RequestIds OfHttpApi()
    {
        var id = NewName();
        return new RequestIds(id, id);
    }

    public static RequestIds OfRestApi() => new(Guid.CreateVersion7().ToString(), NewName());

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

    // 15 characters that a URL may hold, and the sign that ends them.
    private static string NewName()
    {
        // They only have to differ, and asking the system for secret ones would cost more than writing the event.
        Span<byte> random = stackalloc byte[12];
        Random.Shared.NextBytes(random);
        return $"{Base64Url.EncodeToString(random).AsSpan(0, 15)}=";
    }
}

using Lambda.Local.ObjectStore.Signing;
using Microsoft.AspNetCore.Http;

namespace Lambda.Local.ObjectStore;

/// <summary>A request whose signature was found genuine; operations see no other.</summary>
internal sealed record S3Request(HttpContext Context, RequestTarget Target, VerifiedSignature Signature)
{
    /// <summary>The key that the request line names; only operations on objects may ask.</summary>
    public string Key => Target.Key ?? throw new InvalidOperationException("This request names no object.");

    public QueryParameters Query => Target.Query;

    public IHeaderDictionary Headers => Context.Request.Headers;

    public HttpResponse Response => Context.Response;

    /// <summary>Cancelled when the client is gone.</summary>
    public CancellationToken Ct => Context.RequestAborted;

    /// <returns>The header, or null where it is missing or empty.</returns>
    public string? Header(string name) => Headers[name].ToString() is { Length: > 0 } value ? value : null;
}

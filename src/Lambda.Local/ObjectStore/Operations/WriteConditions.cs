using Lambda.Local.ObjectStore.Files;
using Microsoft.AspNetCore.Http;

namespace Lambda.Local.ObjectStore.Operations;

/// <summary>Conditional writes: <c>If-None-Match: *</c> for a free key, <c>If-Match</c> for a known object.</summary>
internal static class WriteConditions
{
    public static S3Error? Read(IHeaderDictionary headers, out WriteCondition condition)
    {
        condition = WriteCondition.None;
        switch (headers.IfNoneMatch, headers.IfMatch)
        {
            case ([], []):
                return null;
            case (["*"], []):
                condition = WriteCondition.OnlyIfNew;
                return null;
            case ([], [{ } etag]):
                condition = WriteCondition.OnlyIfTag(etag.Trim('"'));
                return null;
            default:
                return S3Error.NotImplemented("A header you provided");
        }
    }
}

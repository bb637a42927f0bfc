using System.Globalization;
using Lambda.Local.ObjectStore.Files;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Lambda.Local.ObjectStore.Operations;

/// <summary>Conditional reads: tags before times, as RFC 9110 orders them.</summary>
internal static class Conditions
{
    /// <returns>Null when the object is to be sent.</returns>
    public static S3Error? Of(IHeaderDictionary headers, ObjectFacts facts)
    {
        if (headers.IfMatch.Count > 0)
        {
            if (!Names(headers.IfMatch, facts))
                return S3Error.PreconditionFailed;
        }
        else if (TryTime(headers.IfUnmodifiedSince, out var unmodifiedSince) && StoredAt(facts) > unmodifiedSince)
        {
            return S3Error.PreconditionFailed;
        }

        if (headers.IfNoneMatch.Count > 0)
            return Names(headers.IfNoneMatch, facts) ? S3Error.NotModified : null;

        return TryTime(headers.IfModifiedSince, out var modifiedSince) && StoredAt(facts) <= modifiedSince
            ? S3Error.NotModified
            : null;
    }

    private static bool Names(StringValues tags, ObjectFacts facts) => tags.ToString()
        .Split(',', StringSplitOptions.TrimEntries)
        .Any(tag => tag == "*" || tag.Trim('"') == facts.ETag);

    // The headers carry whole seconds.
    private static DateTimeOffset StoredAt(ObjectFacts facts) =>
        DateTimeOffset.FromUnixTimeSeconds(facts.StoredAt.ToUnixTimeSeconds());

    private static bool TryTime(string? header, out DateTimeOffset time) => DateTimeOffset.TryParseExact(
        header, "R", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
}

using System.Globalization;
using Lambda.Local.ObjectStore.Files;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Lambda.Local.ObjectStore.Operations;

/// <summary>Conditional reads: tags before times, as RFC 9110 orders them.</summary>
internal sealed record Conditions(
    StringValues IfMatch, StringValues IfNoneMatch, StringValues IfModifiedSince, StringValues IfUnmodifiedSince)
{
    public static Conditions Of(IHeaderDictionary headers) => new(
        headers.IfMatch, headers.IfNoneMatch, headers.IfModifiedSince, headers.IfUnmodifiedSince);

    /// <summary>Those on the source of a copy.</summary>
    public static Conditions OfSource(IHeaderDictionary headers) => new(
        headers["x-amz-copy-source-if-match"],
        headers["x-amz-copy-source-if-none-match"],
        headers["x-amz-copy-source-if-modified-since"],
        headers["x-amz-copy-source-if-unmodified-since"]);

    /// <returns>Null when the object is to be read.</returns>
    public S3Error? Objection(ObjectFacts facts)
    {
        if (IfMatch.Count > 0)
        {
            if (!Names(IfMatch, facts))
                return S3Error.PreconditionFailed;
        }
        else if (TryTime(IfUnmodifiedSince, out var unmodifiedSince) && StoredAt(facts) > unmodifiedSince)
        {
            return S3Error.PreconditionFailed;
        }

        if (IfNoneMatch.Count > 0)
            return Names(IfNoneMatch, facts) ? S3Error.NotModified : null;

        return TryTime(IfModifiedSince, out var modifiedSince) && StoredAt(facts) <= modifiedSince
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

using Lambda.Local.ObjectStore.Files;

namespace Lambda.Local.ObjectStore.Operations;

/// <summary>What a GET wants of an object: the bytes of a Range header, or those that were sent as one part.</summary>
internal static class RequestedRange
{
    /// <param name="range">Null for the whole object.</param>
    public static S3Error? Read(S3Request request, ObjectFacts facts, out ByteRange? range)
    {
        range = ByteRange.Of(request.Header("range"), facts.Length);
        if (request.Query["partNumber"] is { } part)
        {
            return range is null
                ? ReadPart(part, facts, out range)
                : S3Error.InvalidRequest("Cannot specify both Range header and partNumber query parameter");
        }

        if (range is not { Count: 0 })
            return null;

        request.Response.Headers.ContentRange = $"bytes */{facts.Length}";
        return S3Error.InvalidRange;
    }

    private static S3Error? ReadPart(string text, ObjectFacts facts, out ByteRange? range)
    {
        range = null;
        if (!PartNumber.TryRead(text, out var number))
            return S3Error.InvalidArgument(PartNumber.Rule);

        var parts = facts.Parts.Count > 0 ? facts.Parts : [facts.Length];
        if (number > parts.Count)
            return S3Error.InvalidPartNumber;

        // An empty object has no byte that a range could name.
        if (facts.Length > 0)
            range = new ByteRange(parts.Take(number - 1).Sum(), parts[number - 1]);
        return null;
    }
}

using System.Globalization;
using Lambda.Local.ObjectStore.Files;
using Microsoft.AspNetCore.Http;

namespace Lambda.Local.ObjectStore.Operations;

/// <summary>GET and HEAD /bucket/key: 200, 206 for one range or part, 304 and 412 by condition, 404, 416.</summary>
internal sealed class GetObject(ObjectFolder objects)
{
    public static readonly string[] Headers = ["x-amz-checksum-mode"];

    /// <summary>The signer of a link may decide how a browser takes the answer.</summary>
    private static readonly string[] Overrides =
    [
        "response-content-type", "response-content-disposition", "response-cache-control",
        "response-content-encoding", "response-content-language", "response-expires",
    ];

    public static readonly string[] Parameters = [.. Overrides, "partNumber"];

    public async Task<S3Error?> AnswerAsync(S3Request request)
    {
        if (Overrides.Any(name => request.Query[name] is { } value && !HeaderText.IsPrintable(value)))
            return S3Error.InvalidArgument("Response headers consist of printable ASCII characters.");

        using var found = objects.Find(request.Key);
        if (found is null)
            return S3Error.NoSuchKey;

        var (facts, response) = (found.Facts, request.Response);
        response.Headers.ETag = $"\"{facts.ETag}\"";
        response.Headers.LastModified = facts.StoredAt.ToString("R", CultureInfo.InvariantCulture);
        if (Conditions.Of(request.Headers).Objection(facts) is { } unmet)
            return unmet;
        if (RequestedRange.Read(request, facts, out var range) is { } unsatisfiable)
            return unsatisfiable;

        Describe(request, facts);
        if (range is { } part)
        {
            response.StatusCode = StatusCodes.Status206PartialContent;
            response.Headers.ContentRange = $"bytes {part.From}-{part.From + part.Count - 1}/{facts.Length}";
        }
        else if (request.Headers["x-amz-checksum-mode"] == "ENABLED")
        {
            facts.Checksum.WriteTo(response.Headers);
        }

        var (from, count) = range ?? new ByteRange(0, facts.Length);
        response.ContentLength = count;
        if (!HttpMethods.IsHead(request.Context.Request.Method))
            await found.CopyToAsync(response.Body.WriteAsync, from, count, request.Ct);
        return null;
    }

    private static void Describe(S3Request request, ObjectFacts facts)
    {
        var headers = request.Response.Headers;
        headers.AcceptRanges = "bytes";
        foreach (var (name, value) in facts.Headers)
            headers[name] = value;
        if (facts.Tags.Count > 0)
            headers["x-amz-tagging-count"] = facts.Tags.Count.ToString(CultureInfo.InvariantCulture);
        if (request.Query["partNumber"] is not null && facts.Parts.Count > 0)
            headers["x-amz-mp-parts-count"] = facts.Parts.Count.ToString(CultureInfo.InvariantCulture);

        foreach (var name in Overrides)
        {
            if (request.Query[name] is { } value)
                headers[name["response-".Length..]] = value;
        }
    }
}

using System.Globalization;
using Lambda.Local.ObjectStore.Files;
using Microsoft.AspNetCore.Http;

namespace Lambda.Local.ObjectStore.Operations;

/// <summary>GET and HEAD /bucket/key: 200, 206 for one range, 304 and 412 by condition, 404, 416.</summary>
internal sealed class GetObject(ObjectFolder objects)
{
    /// <summary>The signer of a link may decide how a browser takes the answer.</summary>
    public static readonly string[] Overrides =
    [
        "response-content-type", "response-content-disposition", "response-cache-control",
        "response-content-encoding", "response-content-language", "response-expires",
    ];

    public async Task<S3Error?> AnswerAsync(HttpContext context, string key, QueryParameters query)
    {
        if (Overrides.Any(name => query[name] is { } value && !HeaderText.IsPrintable(value)))
            return S3Error.InvalidArgument("Response headers consist of printable ASCII characters.");

        using var found = objects.Find(key);
        if (found is null)
            return S3Error.NoSuchKey;

        var (request, response) = (context.Request, context.Response);
        var facts = found.Facts;
        response.Headers.ETag = $"\"{facts.ETag}\"";
        response.Headers.LastModified = facts.StoredAt.ToString("R", CultureInfo.InvariantCulture);
        if (Conditions.Of(request.Headers, facts) is { } unmet)
            return unmet;

        var range = ByteRange.Of(request.Headers.Range, facts.Length);
        if (range is { Count: 0 })
        {
            response.Headers.ContentRange = $"bytes */{facts.Length}";
            return S3Error.InvalidRange;
        }

        Describe(response, facts, query);
        if (range is { } part)
        {
            response.StatusCode = StatusCodes.Status206PartialContent;
            response.Headers.ContentRange = $"bytes {part.From}-{part.From + part.Count - 1}/{facts.Length}";
        }
        else if (request.Headers["x-amz-checksum-mode"] == "ENABLED")
        {
            response.Headers["x-amz-checksum-sha256"] = facts.Sha256;
            response.Headers["x-amz-checksum-type"] = "FULL_OBJECT";
        }

        var (from, count) = range ?? new ByteRange(0, facts.Length);
        response.ContentLength = count;
        if (!HttpMethods.IsHead(request.Method))
            await found.CopyToAsync(response.Body, from, count, context.RequestAborted);
        return null;
    }

    private static void Describe(HttpResponse response, ObjectFacts facts, QueryParameters query)
    {
        response.Headers.AcceptRanges = "bytes";
        foreach (var (name, value) in facts.Headers)
            response.Headers[name] = value;

        foreach (var name in Overrides)
        {
            if (query[name] is { } value)
                response.Headers[name["response-".Length..]] = value;
        }
    }
}

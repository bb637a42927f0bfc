namespace Lambda.Local.HttpApi.Routing;

/// <summary>A request's path as an API sees it.</summary>
/// <param name="Raw">As it was sent, without the query.</param>
/// <param name="Text">
/// To an HTTP API the path has no percent signs left, although it calls it <c>rawPath</c>; a REST API leaves them all.
/// </param>
/// <param name="Segments">What stands between the slashes; <c>/</c> alone is one empty segment.</param>
internal readonly record struct RequestPath(string Raw, string Text, string[] Segments)
{
    /// <summary>Reads the target of a request line; false when no route can be meant.</summary>
    /// <remarks>
    /// From the raw line, because the server's own view joins an encoded slash with the real ones and removes dot
    /// segments. A path with dot segments belongs to nobody here.
    /// </remarks>
    public static bool TryRead(string rawTarget, bool isDecoded, out RequestPath path)
    {
        var end = rawTarget.IndexOf('?', StringComparison.Ordinal);
        var raw = end < 0 ? rawTarget : rawTarget[..end];
        path = default;
        if (!raw.StartsWith('/'))
            return false;

        var segments = raw[1..].Split('/');
        path = new RequestPath(raw, raw, segments);
        if (!raw.Contains('%'))
            return !segments.Any(IsDots);

        string[] decoded = [.. segments.Select(Uri.UnescapeDataString)];
        if (isDecoded)
            path = new RequestPath(raw, $"/{string.Join('/', decoded)}", decoded);
        return !decoded.Any(IsDots);
    }

    private static bool IsDots(string segment) => segment is "." or "..";
}

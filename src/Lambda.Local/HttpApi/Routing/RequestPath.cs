namespace Lambda.Local.HttpApi.Routing;

/// <summary>A request's path as the gateway sees it: decoded, and in segments.</summary>
/// <param name="Decoded">The event's <c>rawPath</c>, which in spite of its name has no percent signs left.</param>
/// <param name="Segments">What stands between the slashes; <c>/</c> alone is one empty segment.</param>
internal readonly record struct RequestPath(string Decoded, string[] Segments)
{
    /// <summary>Reads the target of a request line; false when no route can be meant.</summary>
    /// <remarks>
    /// From the raw line, because the server's own view joins an encoded slash with the real ones and removes dot
    /// segments. A path with dot segments belongs to nobody here.
    /// </remarks>
    public static bool TryRead(string rawTarget, out RequestPath path)
    {
        var end = rawTarget.IndexOf('?', StringComparison.Ordinal);
        var raw = end < 0 ? rawTarget : rawTarget[..end];
        path = default;
        if (!raw.StartsWith('/'))
            return false;

        var segments = raw[1..].Split('/');
        var decoded = raw;
        if (raw.Contains('%'))
        {
            for (var i = 0; i < segments.Length; i++)
                segments[i] = Uri.UnescapeDataString(segments[i]);
            decoded = $"/{string.Join('/', segments)}";
        }

        path = new RequestPath(decoded, segments);
        return !segments.Any(segment => segment is "." or "..");
    }
}

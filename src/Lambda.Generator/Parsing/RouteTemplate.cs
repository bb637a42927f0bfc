namespace Lambda.Generator.Parsing;

/// <summary>The path of a route.</summary>
/// <remarks>
/// <code>
/// template = { "/" segment }
/// segment  = text | "{" name "}" | "{" name "+}"    (the last only at the end)
/// </code>
/// </remarks>
/// <param name="Greedy">The variable that takes the rest of the path.</param>
internal sealed record RouteTemplate(string[] Variables, string? Greedy, string? Mistake)
{
    public static RouteTemplate Parse(string template)
    {
        if (!template.StartsWith("/", StringComparison.Ordinal))
            return Wrong("a path begins with '/'");

        string? greedy = null;
        var variables = new List<string>();
        var segments = template.Split('/');
        for (var at = 1; at < segments.Length; at++)
        {
            var segment = segments[at];
            if (segment.IndexOfAny(['{', '}']) < 0)
                continue;
            if (segment.Length < 3 || segment[0] != '{' || segment.IndexOf('}') != segment.Length - 1)
                return Wrong($"'{segment}' is neither text nor a variable such as '{{id}}'");

            var name = segment.Substring(1, segment.Length - 2);
            if (name.EndsWith("+", StringComparison.Ordinal))
            {
                if (at != segments.Length - 1)
                    return Wrong($"'{segment}' takes the rest of the path, so it must be last");
                name = greedy = name.TrimEnd('+');
            }

            if (variables.Contains(name))
                return Wrong($"'{name}' is in the path twice");
            variables.Add(name);
        }

        return new RouteTemplate([.. variables], greedy, null);
    }

    private static RouteTemplate Wrong(string mistake) => new([], null, mistake);
}

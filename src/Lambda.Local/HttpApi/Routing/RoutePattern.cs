using Lambda.Template.Values;

namespace Lambda.Local.HttpApi.Routing;

/// <summary>The path of a route, taken apart.</summary>
/// <remarks>
/// <code>
/// path    = 1*( "/" segment )
/// segment = literal | "{" name "}" | "{" name "+}"      the greedy one only at the end
/// </code>
/// Literals compare with case, and a trailing slash begins a segment of its own, which is empty: both are the stricter
/// reading where AWS documents nothing.
/// </remarks>
internal sealed class RoutePattern
{
    // A null is a variable.
    private readonly string?[] _segments;

    private RoutePattern(string?[] segments, string[] variables, bool isGreedy) =>
        (_segments, Variables, IsGreedy) = (segments, variables, isGreedy);

    /// <summary>The names in braces, in order.</summary>
    public string[] Variables { get; }

    public bool IsGreedy { get; }

    /// <summary>How many segments there are, without the greedy one.</summary>
    public int Length => _segments.Length;

    public int LiteralCount => _segments.Count(segment => segment is not null);

    /// <summary>Equal for two patterns that match the same paths, but for the case of their letters.</summary>
    public string Shape =>
        string.Join('/', _segments.Select(segment => segment?.ToLowerInvariant() ?? "{}")) + (IsGreedy ? "/{+}" : "");

    public static RoutePattern Parse(string path)
    {
        if (!path.StartsWith('/'))
            throw new TemplateException($"The path {path} does not begin with a slash.");

        var segments = path[1..].Split('/');
        var isGreedy = segments[^1].EndsWith("+}", StringComparison.Ordinal);
        string[] variables = [.. segments.Where(IsVariable).Select(segment => segment[1..^1])];
        if (isGreedy)
            (segments, variables[^1]) = (segments[..^1], variables[^1][..^1]);

        if (variables.Any(name => name is "" || name.AsSpan().ContainsAny("{}+")) ||
            segments.Any(segment => !IsVariable(segment) && segment.AsSpan().ContainsAny("{}")))
            throw new TemplateException(
                $"The path {path} has braces that hold no name, or a greedy one before its end.");
        if (variables.Distinct().Count() < variables.Length)
            throw new TemplateException($"The path {path} has two variables of one name.");

        return new RoutePattern(
            [.. segments.Select(segment => IsVariable(segment) ? null : segment)], variables, isGreedy);
    }

    public bool Matches(string[] path)
    {
        // A greedy variable takes what follows a slash, even nothing; without the slash there is nothing to take.
        if (IsGreedy ? path.Length <= Length : path.Length != Length)
            return false;

        for (var i = 0; i < _segments.Length; i++)
        {
            if (_segments[i] is { } literal ? path[i] != literal : path[i] is "")
                return false;
        }

        return true;
    }

    /// <summary>The value of the variable of this index in a path that matches.</summary>
    public string ValueOf(int variable, string[] path)
    {
        if (IsGreedy && variable == Variables.Length - 1)
            return string.Join('/', path, Length, path.Length - Length);

        var at = -1;
        for (var seen = 0; seen <= variable; seen++)
            at = Array.IndexOf(_segments, null, at + 1);

        return path[at];
    }

    private static bool IsVariable(string segment) => segment is ['{', .., '}'];
}
